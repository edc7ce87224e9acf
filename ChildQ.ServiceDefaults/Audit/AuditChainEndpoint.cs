using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.ServiceDefaults.Audit;

/// <summary>The audit chain is verified over HTTP, or from a shell: <c>dotnet ChildQ.Schools.dll verify-audit</c>.</summary>
public static class AuditChainEndpoint
{
    public static void MapAuditChain(this RouteGroupBuilder root) =>
        root.MapGet(
                "/operations/audit-chain",
                async (ServiceDb db, CancellationToken ct) => TypedResults.Ok(await AuditTrail.VerifyAsync(db, ct))
            )
            .RequireAuthorization(Policy.For(Roles.Operations))
            .WithTags("Operations")
            .WithSummary("Verifies the hash chain of the audit log from its first entry.");

    /// <summary>Runs the service; or, with <c>verify-audit</c>, verifies the chain, says what was found and exits with 0 when it is intact, else 1.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args)
    {
        if (!args.Contains("verify-audit", StringComparer.Ordinal))
        {
            await app.RunAsync();
            return 0;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var chain = await AuditTrail.VerifyAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), CancellationToken.None);
        Console.WriteLine(
            chain.Intact
                ? $"Audit chain intact: {chain.Entries} entries, head {chain.Head}."
                : $"Audit chain BROKEN at entry {chain.FirstBreak}; {chain.Entries} entries before it are as written."
        );
        return chain.Intact ? 0 : 1;
    }
}
