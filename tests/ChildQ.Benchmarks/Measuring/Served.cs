using System.Net.Http.Headers;
using ChildQ.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Benchmarks.Measuring;

/// <summary>A service or the gateway as in production, on Kestrel at a port of its own, with tokens that this process signs.</summary>
/// <typeparam name="TEntry">Any type of its assembly.</typeparam>
internal sealed class Served<TEntry> : IAsyncDisposable
    where TEntry : class
{
    private readonly WebApplicationFactory<TEntry> _factory;

    public Served(IEnumerable<(string Name, string Value)> settings)
    {
        _factory = new WebApplicationFactory<TEntry>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            web.UseContentRoot(AppContext.BaseDirectory);
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            web.UseSetting("Authentication:Authority", TestTokens.Issuer);
            foreach (var (name, value) in settings)
            {
                web.UseSetting(name, value);
            }

            web.ConfigureTestServices(services => services.TrustTestTokens());
        });
        _factory.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _factory.StartServer();
        Address = new(_factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    /// <summary>A caller with a role; anonymous without one.</summary>
    public HttpClient Caller(string? role = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (role is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For([role]));
        }

        return client;
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
