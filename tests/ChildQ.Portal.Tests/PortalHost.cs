using System.Net.Http.Headers;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Protection;
using ChildQ.Testing;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace ChildQ.Portal.Tests;

/// <summary>The Portal as it really runs, with a <see cref="Backend"/> where the services are.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    private WebApplicationFactory<PortalDb>? _factory;
    private Backend? _backend;

    public Backend Backend => _backend!;

    public IServiceProvider Services => _factory!.Services;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.UseAsync();
        var database = await servers.CreateDatabaseAsync("portal-db");
        _backend = await Backend.StartAsync();
        _factory = new WebApplicationFactory<PortalDb>().WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:portal-db", database);
            web.UseSetting("Authentication:Authority", TestTokens.Issuer);
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var part in ServicePart.All)
                web.UseSetting($"services:{part.Resource}:http:0", _backend.Address.ToString());
            web.ConfigureTestServices(services => services.TrustTestTokens());
        });
        _ = _factory.Services;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Anonymous() => _factory!.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A browser behind the gateway, signed in with one role.</summary>
    public HttpClient As(string role, int? school = null)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For([role], school));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        if (_backend is not null)
            await _backend.DisposeAsync();
    }
}

/// <summary>Tests that share one Portal run one after the other, each with a backend that has forgotten the one before.</summary>
public abstract class PortalTests : IClassFixture<PortalHost>
{
    protected PortalTests(PortalHost portal)
    {
        Portal = portal;
        portal.Backend.Forget();
    }

    protected PortalHost Portal { get; }

    protected Backend Backend => Portal.Backend;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
