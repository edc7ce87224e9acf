using System.Collections.Frozen;

namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>The state of one service's outbox: what is committed but not yet with the broker.</summary>
/// <param name="LagSeconds">The age of the oldest event that waits.</param>
internal sealed record OutboxNow(string Service, double Pending, double LagSeconds);

/// <summary>How often consumers of one service failed since it started; <paramref name="What"/> is the metric's tags.</summary>
internal sealed record ConsumerFailures(string Service, string What, double Count);

/// <summary>The few measurements by which one sees whether the stack is well.</summary>
internal sealed class NotableMetrics(MetricStore metrics, Readings readings, IResourceFeed feed, TimeProvider clock)
{
    public const string RequestDuration = "http.server.request.duration";
    public const string OutboxPending = "childq.outbox.pending";
    public const string OutboxLag = "childq.outbox.lag";
    public const string Failures = "childq.consumer.failures";

    /// <summary>A process that has been silent for this long has ended: its gauges no longer say anything.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>The metrics whose history is kept.</summary>
    public static readonly FrozenSet<string> Charted = FrozenSet.Create(
        StringComparer.Ordinal,
        RequestDuration,
        OutboxPending,
        OutboxLag,
        Failures
    );

    public DateTimeOffset From { get; } = Chart.Beginning(clock.GetUtcNow());

    public IReadOnlyList<RequestsByService> Requests() => RequestsByService.From(metrics.Of(RequestDuration), From);

    public Chart RequestRate(IReadOnlyList<RequestsByService> requests) =>
        Of("Requests per second", "/s", requests.Select(r => new ChartLine(r.Service, [.. r.Slots.Select(t => PerSecond(r, t))])));

    public Chart RequestTime(IReadOnlyList<RequestsByService> requests) =>
        Of("Mean time to answer", "ms", requests.Select(r => new ChartLine(r.Service, [.. r.Slots.Select(t => t.MeanMilliseconds)])));

    public Chart OutboxLagChart() => Gauge("Outbox lag", "s", OutboxLag);

    public Chart OutboxPendingChart() => Gauge("Events waiting in the outbox", "", OutboxPending);

    public Chart QueueDepth() =>
        Of(
            "Messages in queues",
            "",
            readings
                .Depth.Select(q => new ChartLine(q.Key, Chart.Highest(From, q.Value)))
                .OrderByDescending(l => l.Values.Max() ?? 0)
                .Take(10)
        );

    public Chart Memory() =>
        Of(
            "Memory of processes",
            "MB",
            readings.Memory.Select(m => new ChartLine(m.Key, Chart.Highest(From, m.Value.Select(v => (v.At, v.Value / 1_000_000)))))
        );

    public IReadOnlyList<QueueReading> Queues() => readings.Queues;

    public IReadOnlyList<ResourceView> Processes() => [.. feed.Resources.Where(r => r.MemoryBytes is not null)];

    /// <summary>Replicas share one outbox and all tell of it: the worst of them is shown.</summary>
    public IReadOnlyList<OutboxNow> Outboxes()
    {
        var pending = Current(OutboxPending);
        var lag = Current(OutboxLag);
        return
        [
            .. pending
                .Keys.Union(lag.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(s => new OutboxNow(s, pending.GetValueOrDefault(s), lag.GetValueOrDefault(s))),
        ];
    }

    public IReadOnlyList<ConsumerFailures> ConsumerFailures() =>
        [
            .. metrics
                .Of(Failures)
                .GroupBy(s => (s.Key.Service, s.Key.Tags))
                .Select(g => new ConsumerFailures(g.Key.Service, g.Key.Tags, g.Sum(s => s.Latest.Value)))
                .OrderBy(f => f.Service, StringComparer.Ordinal)
                .ThenBy(f => f.What, StringComparer.Ordinal),
        ];

    // Nothing before a service's first answer: it may not have been there to be asked.
    private static double? PerSecond(RequestsByService requests, RequestTally slot) =>
        requests.HasAnsweredBy(slot) ? slot.Count / Chart.SlotLength.TotalSeconds : null;

    private Dictionary<string, double> Current(string metric) =>
        metrics
            .Of(metric)
            .Where(s => clock.GetUtcNow() - s.Latest.At < Silence)
            .GroupBy(s => s.Key.Service, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(s => s.Latest.Value), StringComparer.Ordinal);

    private Chart Gauge(string title, string unit, string metric) =>
        Of(
            title,
            unit,
            metrics
                .Of(metric)
                .GroupBy(s => s.Key.Service, StringComparer.Ordinal)
                .Select(g => new ChartLine(g.Key, Chart.Highest(From, g.SelectMany(s => s.Points).Select(p => (p.At, p.Value)))))
        );

    private Chart Of(string title, string unit, IEnumerable<ChartLine> lines) =>
        new(title, unit, From, Chart.SlotLength, [.. lines.OrderBy(l => l.Name, StringComparer.Ordinal)]);
}
