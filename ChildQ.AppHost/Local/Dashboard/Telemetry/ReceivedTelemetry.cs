namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>All that the services have sent.</summary>
internal sealed class ReceivedTelemetry(TelemetryBounds bounds)
{
    public TraceStore Traces { get; } = new(bounds);

    public LogStore Logs { get; } = new(bounds);

    public MetricStore Metrics { get; } = new(bounds);
}
