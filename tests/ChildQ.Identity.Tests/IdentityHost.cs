using ChildQ.Testing;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChildQ.Identity.Tests;

/// <summary>The issuer as it really runs, on a database of its own; started once for a test class, or as often as a test asks.</summary>
public sealed class IdentityHost : IAsyncLifetime
{
    public const string GatewaySecret = "gateway-secret-of-the-identity-tests";
    public const string LoaderSecret = "loader-secret-of-the-identity-tests.";

    private readonly List<WebApplicationFactory<IdentityDb>> _started = [];

    public string Database { get; private set; } = "";

    public LogLines Log { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>The instance that a developer runs.</summary>
    public WebApplicationFactory<IdentityDb> Development { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await NewDatabaseAsync();
        Development = Start();
        _ = Development.Services;
    }

    public static async Task<string> NewDatabaseAsync() => await (await TestServers.UseAsync()).CreateDatabaseAsync("identity");

    /// <summary>A browser or program that sees the issuer where the gateway shows it. Redirects are for the test to follow.</summary>
    public HttpClient Client() => ClientOf(Development);

    public static HttpClient ClientOf(WebApplicationFactory<IdentityDb> issuer) =>
        issuer.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost:8080/identity/") });

    /// <summary>Another instance on the same database, unless told otherwise; it starts when it is first used.</summary>
    public WebApplicationFactory<IdentityDb> Start(string environment = "Development", params (string Name, string? Value)[] settings)
    {
        var issuer = new WebApplicationFactory<IdentityDb>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment(environment);
            web.UseSetting("ConnectionStrings:identity-db", Database);
            web.UseSetting("PublicUrl", "http://localhost:8080");
            web.UseSetting("Identity:GatewayClientSecret", GatewaySecret);
            web.UseSetting("Identity:LoaderClientSecret", LoaderSecret);
            web.UseSetting("Identity:SeedDevelopmentAccounts", environment == "Development" ? "true" : "false");
            web.UseSetting("Identity:SignInsPerMinute", "10000");
            web.UseSetting("Logging:Console:LogLevel:Default", "None");
            foreach (var (name, value) in settings)
            {
                web.UseSetting(name, value);
            }

            web.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<ILoggerProvider>(Log);
            });
        });
        _started.Add(issuer);
        return issuer;
    }

    /// <summary>On a database of its own: what an instance registers follows its settings, for all who share its database.</summary>
    public async Task<WebApplicationFactory<IdentityDb>> StartWithoutDevelopmentAccountsAsync() =>
        Start("Development", ("Identity:SeedDevelopmentAccounts", "false"), ("ConnectionStrings:identity-db", await NewDatabaseAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var issuer in _started)
        {
            await issuer.DisposeAsync();
        }
    }
}
