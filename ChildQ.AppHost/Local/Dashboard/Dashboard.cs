using System.Diagnostics.CodeAnalysis;
using ChildQ.AppHost.Local.Dashboard.Otlp;
using ChildQ.AppHost.Local.Dashboard.Pages;
using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>
/// The local host's dashboard: it receives OTLP from the services and shows resources, output, log records, traces and metrics of note.
/// Loopback only, in memory only.
/// </summary>
[SuppressMessage("Design", "MA0049", Justification = "The folder is all about the one thing that it is named after.")]
public sealed class Dashboard : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Readings _readings;
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private bool _isDisposed;

    private Dashboard(WebApplication app, Readings readings)
    {
        _app = app;
        _readings = readings;
    }

    /// <summary>Where the pages are.</summary>
    public Uri Url => Address(0, "localhost");

    /// <summary>For <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> with <c>OTEL_EXPORTER_OTLP_PROTOCOL=grpc</c>.</summary>
    public Uri OtlpGrpcUrl => Address(1, "127.0.0.1");

    /// <summary>For <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> with <c>OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf</c>.</summary>
    public Uri OtlpHttpUrl => Address(2, "127.0.0.1");

    /// <summary>Starts listening. Port 0 is any free port.</summary>
    /// <param name="apiKey">What senders of telemetry must carry in <c>x-otlp-api-key</c>.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static Task<Dashboard> StartAsync(
        int httpPort,
        int otlpGrpcPort,
        int otlpHttpPort,
        string apiKey,
        IResourceFeed feed,
        CancellationToken ct
    ) => StartAsync(httpPort, otlpGrpcPort, otlpHttpPort, apiKey, feed, new TelemetryBounds(), TimeProvider.System, ct);

    internal static async Task<Dashboard> StartAsync(
        int httpPort,
        int otlpGrpcPort,
        int otlpHttpPort,
        string apiKey,
        IResourceFeed feed,
        TelemetryBounds bounds,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(apiKey);
        // Empty: the developer's own ASPNETCORE_* settings and logging belong to the stack's host, not to this server within it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, OwnedByTheStack>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server =>
            {
                server.AddServerHeader = false;
                server.Limits.MaxRequestBodySize = OtlpBody.MostBytesSent;
                server.Open(Door.Pages, httpPort, HttpProtocols.Http1);
                server.Open(Door.OtlpGrpc, otlpGrpcPort, HttpProtocols.Http2);
                server.Open(Door.OtlpHttp, otlpHttpPort, HttpProtocols.Http1);
            });

        var telemetry = new ReceivedTelemetry(bounds);
        var readings = new Readings(feed, clock);
        var dashboard = new Dashboard(builder.Build(), readings);
        dashboard.Map(telemetry, apiKey, feed, clock);
        try
        {
            await dashboard._app.StartAsync(ct);
        }
        catch
        {
            await dashboard.DisposeAsync();
            throw;
        }
        dashboard._reading = dashboard.ReadAsync();
        return dashboard;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }
        await _stop.CancelAsync();
        await _reading;
        await _app.DisposeAsync();
        _readings.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await _readings.RunAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The dashboard is being disposed of.
        }
    }

    private void Map(ReceivedTelemetry telemetry, string apiKey, IResourceFeed feed, TimeProvider clock)
    {
        var (key, signals) = (new OtlpKey(apiKey), new OtlpSignals(telemetry));
        var (grpc, http) = (new OtlpGrpc(key, signals), new OtlpHttp(key, signals));
        NotableMetrics Metrics() => new(telemetry.Metrics, _readings, feed, clock);

        _app.Use(next => context => BrowserSafety.HandleAsync(context, next));
        _app.Use(next =>
            context =>
                Doors.Of(context) switch
                {
                    Door.OtlpGrpc => grpc.HandleAsync(context),
                    Door.OtlpHttp => http.HandleAsync(context),
                    _ => next(context),
                }
        );
        _app.MapApi(telemetry, feed, Metrics);
        _app.MapPages(telemetry, feed, Metrics, clock, _stop.Token);
    }

    private Uri Address(int door, string host)
    {
        var address = new Uri(_app.Urls.ElementAt(door));
        return new UriBuilder(Uri.UriSchemeHttp, host, address.Port).Uri;
    }
}
