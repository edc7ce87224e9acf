namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>Which process measured what, and of what kind. Equal keys are one line on a chart.</summary>
internal sealed record SeriesKey(string Service, string Instance, string Metric, string Tags);

/// <summary>One measurement of one series, as it arrived.</summary>
/// <param name="Value">A gauge's value, a counter's total, or a histogram's sum.</param>
/// <param name="Count">How many measurements a histogram's point stands for; 0 for others.</param>
/// <param name="Buckets">A histogram's counts, one more than <paramref name="Bounds"/>; empty for others and for exponential histograms.</param>
/// <param name="IsDelta">Whether a counter or histogram tells only what is new since its last point.</param>
internal sealed record MetricPoint(
    DateTimeOffset At,
    double Value,
    long Count = 0,
    IReadOnlyList<ulong>? Buckets = null,
    IReadOnlyList<double>? Bounds = null,
    bool IsDelta = false
);

/// <summary>A point with all that says where it belongs.</summary>
internal sealed record Measurement(TelemetrySource Source, string Metric, string Unit, IReadOnlyList<Tag> Tags, MetricPoint Point);
