using System.Text.Json;
using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>A dashboard on free ports, and a browser's and a tool's way to read it.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    public const string Key = "the key of this run";

    private readonly Local.Dashboard.Dashboard _dashboard;

    private RunningDashboard(Local.Dashboard.Dashboard dashboard, SmallStack stack)
    {
        _dashboard = dashboard;
        Stack = stack;
        Http = new HttpClient { BaseAddress = dashboard.Url };
    }

    public SmallStack Stack { get; }

    public HttpClient Http { get; }

    public Uri OtlpGrpc => _dashboard.OtlpGrpcUrl;

    public Uri OtlpHttp => _dashboard.OtlpHttpUrl;

    public static async Task<RunningDashboard> StartAsync(TelemetryBounds? bounds = null)
    {
        var stack = new SmallStack();
        var dashboard = await Local.Dashboard.Dashboard.StartAsync(
            0,
            0,
            0,
            Key,
            stack,
            bounds ?? new TelemetryBounds(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        return new RunningDashboard(dashboard, stack);
    }

    public Task<string> PageAsync(string path) => Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await PageAsync(path)).RootElement;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _dashboard.DisposeAsync();
    }
}
