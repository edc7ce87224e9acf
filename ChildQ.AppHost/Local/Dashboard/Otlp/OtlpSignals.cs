using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>The three kinds of request, by either way in. A request is read whole before any of it is kept.</summary>
internal sealed class OtlpSignals
{
    public OtlpSignals(ReceivedTelemetry telemetry)
    {
        Action<byte[]> traces = body => telemetry.Traces.Add(TraceReader.Read(body));
        Action<byte[]> metrics = body => telemetry.Metrics.Add(MetricReader.Read(body));
        Action<byte[]> logs = body => telemetry.Logs.Add(LogReader.Read(body));
        ByPath = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
        {
            ["/v1/traces"] = traces,
            ["/v1/metrics"] = metrics,
            ["/v1/logs"] = logs,
            ["/opentelemetry.proto.collector.trace.v1.TraceService/Export"] = traces,
            ["/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"] = metrics,
            ["/opentelemetry.proto.collector.logs.v1.LogsService/Export"] = logs,
        };
    }

    public IReadOnlyDictionary<string, Action<byte[]>> ByPath { get; }
}
