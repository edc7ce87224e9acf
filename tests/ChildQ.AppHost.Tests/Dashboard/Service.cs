using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>A service as far as telemetry goes: OpenTelemetry's own SDK and exporter, as every service of the suite uses them.</summary>
internal sealed class Service : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;
    private readonly ILoggerFactory _logs;

    public Service(RunningDashboard dashboard, string name, OtlpExportProtocol protocol, bool isDelta = false, bool isExponential = false)
    {
        var unique = $"{name}-{Guid.NewGuid():N}";
        Source = new ActivitySource(unique);
        Meter = new Meter(unique);
        var resource = ResourceBuilder.CreateEmpty().AddService(name);

        void Export(OtlpExporterOptions options, string signal)
        {
            options.Protocol = protocol;
            options.Endpoint = protocol == OtlpExportProtocol.Grpc ? dashboard.OtlpGrpc : new Uri(dashboard.OtlpHttp, $"/v1/{signal}");
            options.Headers = $"x-otlp-api-key={Uri.EscapeDataString(RunningDashboard.Key)}";
        }

        _traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(unique)
            .SetResourceBuilder(resource)
            .SetSampler(new AlwaysOnSampler())
            .AddOtlpExporter(o => Export(o, "traces"))
            .Build();
        var metrics = Sdk.CreateMeterProviderBuilder().AddMeter(unique).SetResourceBuilder(resource);
        if (isExponential)
        {
            metrics.AddView("*", new Base2ExponentialBucketHistogramConfiguration());
        }
        _metrics = metrics
            .AddOtlpExporter(
                (o, reader) =>
                {
                    Export(o, "metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = int.MaxValue;
                    reader.TemporalityPreference = isDelta
                        ? MetricReaderTemporalityPreference.Delta
                        : MetricReaderTemporalityPreference.Cumulative;
                }
            )
            .Build();
        _logs = LoggerFactory.Create(b =>
            b.AddOpenTelemetry(o =>
            {
                o.IncludeFormattedMessage = true;
                o.SetResourceBuilder(resource);
                o.AddOtlpExporter(
                    (e, processor) =>
                    {
                        Export(e, "logs");
                        processor.ExportProcessorType = ExportProcessorType.Simple;
                    }
                );
            })
        );
    }

    public ActivitySource Source { get; }

    public Meter Meter { get; }

    public ILogger Log(string category) => _logs.CreateLogger(category);

    /// <summary>Sends all that is waiting, and returns when the dashboard has answered. Log records do not wait.</summary>
    public void Flush()
    {
        Assert.True(_traces.ForceFlush());
        Assert.True(_metrics.ForceFlush());
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
        _logs.Dispose();
        Source.Dispose();
        Meter.Dispose();
    }
}
