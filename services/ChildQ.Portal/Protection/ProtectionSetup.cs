using ChildQ.ServiceDefaults.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChildQ.Portal.Protection;

public static class ProtectionSetup
{
    public const string ConnectionName = "portal-db";

    /// <summary>Keys in PostgreSQL, shared by all replicas and kept over restarts.</summary>
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<PortalDb>(
            (services, options) =>
                options
                    .UseNpgsql(
                        services.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionName)
                            ?? throw new InvalidOperationException(
                                $"No connection string named '{ConnectionName}'. Start through ChildQ.AppHost, or set ConnectionStrings__{ConnectionName}."
                            )
                    )
                    .UseSnakeCaseNamingConvention()
        );
        builder.Services.AddHostedService<SchemaAtStart>();
        builder.Services.AddDataProtection().SetApplicationName("ChildQ.Portal").PersistKeysToDbContext<PortalDb>();
        builder.Services.AddHealthChecks().AddCheck<KeysAreReadable>("database", tags: ["ready"]);
    }

    /// <summary>Entity Framework itself locks, so that replicas that start together do not meet.</summary>
    private sealed class SchemaAtStart(IServiceProvider services) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BringUpToDateAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class KeysAreReadable(PortalDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
