using ChildQ.Gateway.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.ServiceDiscovery;

namespace ChildQ.Gateway.Health;

/// <summary>Asks every part of the stack, each of its replicas, whether it is ready. What it hears counts for a few seconds, so that asking often costs little.</summary>
public sealed class StackHealth(
    GatewaySettings settings,
    ServiceEndpointResolver discovery,
    IHttpClientFactory clients,
    IDbContextFactory<GatewayDb> databases,
    TimeProvider clock
) : IDisposable
{
    public const string ClientName = "health";

    private static readonly TimeSpan CountsFor = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyList<PartHealth> _last = [];
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<PartHealth>> AskAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (clock.GetUtcNow() - _askedAt > CountsFor)
            {
                _last = await Task.WhenAll([DatabaseAsync(), .. Parts.Of(settings).Select(PartAsync)]);
                _askedAt = clock.GetUtcNow();
            }

            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<PartHealth> PartAsync(Part part)
    {
        var start = clock.GetTimestamp();
        try
        {
            var replicas = await discovery.GetEndpointsAsync(part.Address.ToString(), CancellationToken.None);
            var states = await Task.WhenAll(DiscoveredDestinations.AddressesOf(replicas, part.Address.Scheme).Select(ReplicaAsync));
            return new PartHealth(
                part.Name,
                PartHealth.Together(states.Select(state => state.State)),
                clock.GetElapsedTime(start),
                $"{states.Count(state => state.State != PartState.Unhealthy)} of {states.Length} ready. {string.Join(' ', states.Select(state => state.Detail))}".Trim()
            );
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new PartHealth(part.Name, PartState.Unhealthy, clock.GetElapsedTime(start), problem.GetType().Name);
        }
    }

    private async Task<(PartState State, string? Detail)> ReplicaAsync(Uri address)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(new Uri(address, "/health/ready"));
            var text = await response.Content.ReadAsStringAsync();
            return !response.IsSuccessStatusCode ? (PartState.Unhealthy, $"{address.Authority} answers {(int)response.StatusCode}.")
                : text.Contains("Degraded", StringComparison.OrdinalIgnoreCase) ? (PartState.Degraded, $"{address.Authority} is degraded.")
                : (PartState.Healthy, null);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or IOException)
        {
            return (PartState.Unhealthy, $"{address.Authority} does not answer.");
        }
    }

    private async Task<PartHealth> DatabaseAsync()
    {
        var start = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync();
        var state = await db.Database.CanConnectAsync() ? PartState.Healthy : PartState.Unhealthy;
        return new PartHealth("database", state, clock.GetElapsedTime(start), Detail: null);
    }
}
