namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>The service with the registers of June 2022 in it, loaded once for a test class.</summary>
public sealed class LoadedHost : IAsyncLifetime
{
    public PoliceActionPlanHost Host { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        await June2022.LoadAsync(Host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
