namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>What a service answered in one slot or in the last minute, from <c>http.server.request.duration</c>.</summary>
internal sealed class RequestTally
{
    private readonly SortedDictionary<double, double> _upTo = [];

    public double Count { get; private set; }
    public double Seconds { get; private set; }
    public double Failed { get; private set; }

    public double? MeanMilliseconds => Count > 0 ? Seconds / Count * 1000 : null;

    /// <summary>The bound of the bucket that holds the 95th percentile, in milliseconds: an upper estimate.</summary>
    public double? Percentile95Milliseconds
    {
        get
        {
            var wanted = _upTo.Values.Sum() * 0.95;
            double below = 0;
            foreach (var (bound, count) in _upTo)
            {
                below += count;
                if (below >= wanted && below > 0)
                {
                    return double.IsPositiveInfinity(bound) ? null : bound * 1000;
                }
            }
            return null;
        }
    }

    public void Add(MetricPoint? before, MetricPoint point, bool failed)
    {
        // A total that went down is a process that started again.
        var since = before is not null && before.Count <= point.Count ? before : null;
        var count = point.Count - (since?.Count ?? 0);
        Count += count;
        Seconds += point.Value - (since?.Value ?? 0);
        Failed += failed ? count : 0;
        if (point.Buckets is not { } buckets || point.Bounds is not { } bounds)
        {
            return;
        }
        for (var i = 0; i < buckets.Count; i++)
        {
            var bound = i < bounds.Count ? bounds[i] : double.PositiveInfinity;
            var earlier = since?.Buckets is { } old && old.Count == buckets.Count ? old[i] : 0;
            var added = buckets[i] >= earlier ? buckets[i] - earlier : 0;
            _upTo[bound] = _upTo.GetValueOrDefault(bound) + added;
        }
    }
}

/// <summary>Requests of one service over the chart's time, and over its last minute.</summary>
internal sealed record RequestsByService(string Service, IReadOnlyList<RequestTally> Slots, RequestTally LastMinute)
{
    public double PerSecond => LastMinute.Count / 60;

    public bool HasAnsweredBy(RequestTally slot) => Slots.TakeWhile(s => s != slot).Append(slot).Any(s => s.Count > 0);

    public static IReadOnlyList<RequestsByService> From(IReadOnlyList<Series> durations, DateTimeOffset from) =>
        [
            .. durations
                .Where(s => s.Tags.Find("http.route")?.StartsWith("/health", StringComparison.Ordinal) is not true)
                .GroupBy(s => s.Key.Service, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Of(g.Key, g, from)),
        ];

    private static RequestsByService Of(string service, IEnumerable<Series> series, DateTimeOffset from)
    {
        var slots = Enumerable.Range(0, Chart.Slots).Select(_ => new RequestTally()).ToArray();
        var lastMinute = new RequestTally();
        var minuteAgo = from + (Chart.SlotLength * Chart.Slots) - TimeSpan.FromMinutes(1);
        foreach (var line in series)
        {
            var failed = line.Tags.Find("http.response.status_code")?.StartsWith('5') is true;
            // A series begins at zero, so its first point counts in full, unless earlier ones have been forgotten.
            MetricPoint? before = line.HasForgotten ? line.Points[0] : null;
            foreach (var point in line.Points.Skip(line.HasForgotten ? 1 : 0))
            {
                if (Chart.SlotOf(from, point.At) is { } slot)
                {
                    slots[slot].Add(before, point, failed);
                    if (point.At >= minuteAgo)
                    {
                        lastMinute.Add(before, point, failed);
                    }
                }
                before = point;
            }
        }
        return new RequestsByService(service, slots, lastMinute);
    }
}
