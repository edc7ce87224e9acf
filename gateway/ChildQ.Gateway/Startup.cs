using ChildQ.ServiceDefaults.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChildQ.Gateway;

/// <summary>The gateway's own database: connected, brought up to date under a lock, checked.</summary>
public static class Startup
{
    /// <summary>Any number will do, so long as every replica uses the same.</summary>
    private const long LockNumber = 0x6A7E3A1;

    public static void AddGatewayDatabase(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var connection =
            builder.Configuration.GetConnectionString("gateway-db")
            ?? throw new InvalidOperationException("ConnectionStrings__gateway-db is not set: the AppHost gives it, or give it yourself.");
        builder.Services.AddDbContextFactory<GatewayDb>(options => options.UseNpgsql(connection).UseSnakeCaseNamingConvention());
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("gateway-db");
        var keys = builder.Services.AddDataProtection().SetApplicationName("ChildQ.Gateway").PersistKeysToDbContext<GatewayDb>();
        if (settings.KeyRingCertificate is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate);
        }
    }

    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync();

        // The lock belongs to the connection, which stays open until it is given back.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockNumber})");
        try
        {
            await db.Database.BringUpToDateAsync();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})");
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Ready when the database answers.</summary>
    private sealed class DatabaseCheck(IDbContextFactory<GatewayDb> databases) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    /// <summary>Lets <c>dotnet ef migrations add</c> build the model without starting the gateway.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<GatewayDb>
    {
        public GatewayDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<GatewayDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
    }
}
