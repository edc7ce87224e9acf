using ChildQ.ServiceDefaults.Data;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Respawn;
using Xunit;

namespace ChildQ.Testing;

/// <summary>
/// One service as it really runs, on a database and a virtual host of its own on the run's PostgreSQL and RabbitMQ, with tokens that the
/// test signs itself. A class fixture: <c>public sealed class SchoolsHost() : ServiceHost&lt;Program, SchoolsDb&gt;("schools-db");</c>
/// </summary>
public abstract class ServiceHost<TProgram, TDb>(string connectionName) : IAsyncLifetime
    where TProgram : class
    where TDb : ServiceDb
{
    private WebApplicationFactory<TProgram>? _factory;
    private Respawner? _respawner;
    private string _database = "";

    /// <summary>10:00 in London on 14 June 2022, the day after the report, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2022, 6, 14, 9, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _factory!.Services;

    public string ConnectionString => _database;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.UseAsync();
        _database = await servers.CreateDatabaseAsync(connectionName);
        var broker = await servers.CreateVirtualHostAsync(connectionName);
        _factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(web =>
        {
            web.UseSetting($"ConnectionStrings:{connectionName}", _database);
            web.UseSetting("ConnectionStrings:messaging", broker);
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            web.UseSetting("Authentication:Authority", TestTokens.Issuer);
            web.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.TrustTestTokens();
            });
            Configure(web);
        });
        _ = _factory.Services;
    }

    /// <summary>Empties the database between tests. The audit log stays: it cannot be emptied.</summary>
    public async Task ResetAsync()
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        _respawner ??= await Respawner.CreateAsync(
            connection,
            new() { DbAdapter = DbAdapter.Postgres, TablesToIgnore = ["__EFMigrationsHistory", "audit_log"] }
        );
        for (var tries = 1; ; tries++)
        {
            try
            {
                await _respawner.ResetAsync(connection);
                return;
            }
            catch (PostgresException crossed) when (crossed.SqlState == PostgresErrorCodes.DeadlockDetected && tries < 10)
            {
                // What the service does in the background held one table and asked for another: it has been let through now.
            }
        }
    }

    /// <summary>A caller who is not signed in.</summary>
    public HttpClient Anonymous() => _factory!.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A caller with one role, scoped where the role is.</summary>
    public HttpClient As(string role, int? school = null, string? organisation = null, string? subject = null, string? body = null) =>
        As([role], school, organisation, subject, body);

    public HttpClient As(
        IEnumerable<string> roles,
        int? school = null,
        string? organisation = null,
        string? subject = null,
        string? body = null
    )
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For(roles, school, organisation, subject, body));
        return client;
    }

    /// <summary>What a host of one test class sets beside what all have.</summary>
    protected virtual void Configure(IWebHostBuilder web) { }

    /// <summary>Does something in a scope of the service, as the service itself.</summary>
    public async Task<T> InScopeAsync<T>(Func<TDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
