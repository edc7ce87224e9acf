namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>
/// The latest value of every metric that arrives, and a history of those that the dashboard charts. Where there are more series than
/// the bound, the one unheard of for longest goes.
/// </summary>
internal sealed class MetricStore(TelemetryBounds bounds)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SeriesKey, Series> _series = [];

    public void Add(IEnumerable<Measurement> measurements)
    {
        lock (_lock)
        {
            foreach (var measurement in measurements)
            {
                Add(measurement);
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _series.Count;
            }
        }
    }

    /// <summary>Copies of the series of one metric.</summary>
    public IReadOnlyList<Series> Of(string metric)
    {
        lock (_lock)
        {
            return [.. _series.Values.Where(s => string.Equals(s.Key.Metric, metric, StringComparison.Ordinal)).Select(s => s.Copy())];
        }
    }

    /// <summary>Every series with its latest point.</summary>
    public IReadOnlyList<(SeriesKey Key, string Unit, MetricPoint Latest)> Latest()
    {
        lock (_lock)
        {
            return [.. _series.Values.Select(s => (s.Key, s.Unit, s.Latest))];
        }
    }

    private void Add(Measurement measurement)
    {
        var tags = string.Join(", ", measurement.Tags.Select(t => $"{t.Key}={t.Value}"));
        var key = new SeriesKey(measurement.Source.Service, measurement.Source.Instance, measurement.Metric, tags);
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= bounds.Series)
            {
                _series.Remove(_series.Values.MinBy(s => s.Latest.At)!.Key);
            }
            var capacity = NotableMetrics.Charted.Contains(measurement.Metric) ? bounds.PointsPerSeries : 1;
            series = new Series(key, measurement.Unit, measurement.Tags, capacity);
            _series.Add(key, series);
        }
        series.Add(measurement.Point);
    }
}
