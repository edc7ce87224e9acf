using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChildQ.Identity.Startup;

/// <summary>Ready when the database answers.</summary>
public sealed class DatabaseCheck(IdentityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
