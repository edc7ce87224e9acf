using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>Connects a service to its own PostgreSQL database and brings its schema up to date at start.</summary>
public static class DatabaseDefaults
{
    /// <param name="builder">The service.</param>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>, for example <c>schools-db</c>.</param>
    public static void AddServiceDatabase<TDb>(this IHostApplicationBuilder builder, string connectionName)
        where TDb : ServiceDb
    {
        builder.Services.AddSingleton(services =>
        {
            var connection =
                services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
                ?? throw new InvalidOperationException(
                    $"No connection string named '{connectionName}'. Start through ChildQ.AppHost, or set ConnectionStrings__{connectionName}."
                );
            return new NpgsqlDataSourceBuilder(connection) { Name = connectionName }.Build();
        });
        builder.Services.AddDbContext<TDb>(
            (services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention()
        );
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddHostedService<SchemaAtStart<TDb>>();
        builder.Services.AddHostedService<IdempotencyPurge>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    private sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = source.CreateCommand("SELECT 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }

    /// <summary>Applies the migrations, one replica at a time, before the service takes its first request.</summary>
    private sealed class SchemaAtStart<TDb>(IServiceProvider services, NpgsqlDataSource source) : IHostedService
        where TDb : ServiceDb
    {
        private const long MigrationLock = 0x4348_494C_4451; // "CHILDQ"

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using (
                var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = MigrationLock } } }
            )
            {
                take.CommandTimeout = 120;
                await take.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await db.Database.BringUpToDateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(AuditTrail.AppendOnlySql, cancellationToken);
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection)
            {
                Parameters = { new() { Value = MigrationLock } },
            };
            await release.ExecuteNonQueryAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
