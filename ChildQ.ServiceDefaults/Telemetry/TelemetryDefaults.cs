using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ChildQ.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs by OTLP to wherever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and the two health endpoints.</summary>
public static class TelemetryDefaults
{
    public static void AddTelemetryAndHealth(this IHostApplicationBuilder builder)
    {
        // Requests and queries are in the traces: the log is for what the service itself has to say.
        foreach (
            var chatty in new[] { "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient", "Polly", "Yarp" }
        )
        {
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter(Instrumentation.Name, "MassTransit", "Npgsql")
            )
            .WithTracing(tracing =>
                tracing
                    .AddSource(Instrumentation.Name, "MassTransit")
                    .AddAspNetCoreInstrumentation(http =>
                        http.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    )
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddProcessor(new QuietPolling())
            );
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }

        builder.Services.AddHealthChecks().AddCheck("process", () => HealthCheckResult.Healthy(), ["live"]);
    }

    /// <summary>
    /// <c>/health/live</c>: the process runs. <c>/health/ready</c>: it can serve; a broker that is away only degrades it, since the outbox keeps
    /// what is to be published.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>Drops database spans that belong to no request and no message: the outbox's own polling.</summary>
    private sealed class QuietPolling : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            if (data.Parent is null && data.ParentId is null && data.Source.Name == "Npgsql")
            {
                data.ActivityTraceFlags &= ~System.Diagnostics.ActivityTraceFlags.Recorded;
            }
        }
    }
}
