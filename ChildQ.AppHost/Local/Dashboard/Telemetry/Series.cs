namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>The points of one line, counters and histograms always as running totals.</summary>
internal sealed class Series(SeriesKey key, string unit, IReadOnlyList<Tag> tags, int capacity)
{
    // A stack that exports every second would otherwise fill the history in minutes.
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private readonly List<MetricPoint> _points = [];

    public SeriesKey Key => key;
    public string Unit => unit;
    public IReadOnlyList<Tag> Tags => tags;
    public MetricPoint Latest => _points[^1];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MetricPoint> Points => _points;

    /// <summary>Whether points older than the first one kept have been forgotten.</summary>
    public bool HasForgotten { get; private set; }

    public void Add(MetricPoint point)
    {
        var total = point.IsDelta && _points.Count > 0 ? Sum(Latest, point) : point;
        if (_points.Count > 0 && total.At < Latest.At)
        {
            return;
        }
        if (capacity == 1 || (_points.Count > 1 && total.At - _points[^2].At < Spacing))
        {
            if (_points.Count > 0)
            {
                _points.RemoveAt(_points.Count - 1);
            }
        }
        _points.Add(total);
        if (_points.Count > capacity)
        {
            _points.RemoveAt(0);
            HasForgotten = true;
        }
    }

    public Series Copy()
    {
        var copy = new Series(key, unit, tags, capacity) { HasForgotten = HasForgotten };
        copy._points.AddRange(_points);
        return copy;
    }

    private static MetricPoint Sum(MetricPoint total, MetricPoint added) =>
        total with
        {
            At = added.At,
            Value = total.Value + added.Value,
            Count = total.Count + added.Count,
            Buckets =
                total.Buckets is { } a && added.Buckets is { } b && a.Count == b.Count ? [.. a.Zip(b, (x, y) => x + y)] : added.Buckets,
            Bounds = added.Bounds,
        };
}
