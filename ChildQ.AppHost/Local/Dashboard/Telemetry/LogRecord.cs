namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

internal enum LogSeverity
{
    Unspecified,
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}

/// <summary>A structured log record, which knows the trace and the span it was written in.</summary>
internal sealed record LogRecord(
    TelemetrySource Source,
    string Category,
    DateTimeOffset At,
    LogSeverity Severity,
    string Body,
    string? TraceId,
    string? SpanId,
    IReadOnlyList<Tag> Tags
)
{
    public int Weight => 150 + Body.Length + Tags.Sum(t => 16 + t.Value.Length);
}
