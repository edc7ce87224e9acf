using ChildQ.ServiceDefaults.Time;
using OpenIddict.Abstractions;

namespace ChildQ.Identity.Tokens;

/// <summary>Forgets tokens and authorizations that have ended, so that the database does not grow with every sign-in.</summary>
public sealed class TokenPruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenPruning> log)
    : RegularCheck(TimeSpan.FromHours(6), atStart: false, scopes, clock, log)
{
    /// <summary>Kept for a while after they end, to answer what happened.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - KeptFor;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
    }
}
