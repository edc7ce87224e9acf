using System.Net;
using System.Net.Sockets;
using ChildQ.Identity;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ChildQ.Gateway.Tests;

/// <summary>
/// The gateway as it really runs, on a port and a database of its own, before the real identity service, a portal and services that remember what they were
/// asked. Two replicas of "schools"; nothing runs as "oversight".
/// </summary>
public class GatewayHost : IAsyncLifetime
{
    public const string GatewaySecret = "gateway-secret-of-the-gateway-tests.";
    public const string LoaderSecret = "loader-secret-of-the-gateway-tests..";

    private static int _ports = Environment.ProcessId * 97;

    private readonly List<IAsyncDisposable> _started = [];
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);

    /// <summary>The gateway's clock. The identity service has its own, the real one.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public Uri Address { get; } = new($"http://localhost:{FreePort()}");
    public Uri IdentityAddress { get; } = new($"http://localhost:{FreePort()}");
    public Backend Portal { get; private set; } = null!;
    public Backend Schools { get; private set; } = null!;
    public Backend SchoolsReplica { get; private set; } = null!;
    public Backend StaffSupport { get; private set; } = null!;
    public WebApplicationFactory<IdentityDb> Identity { get; private set; } = null!;
    public WebApplicationFactory<GatewayDb> Gateway { get; private set; } = null!;

    protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.UseAsync();
        Portal = Keep(await Backend.StartAsync());
        Schools = Keep(await Backend.StartAsync());
        SchoolsReplica = Keep(await Backend.StartAsync());
        StaffSupport = Keep(await Backend.StartAsync());

        Identity = Keep(StartIdentity(await servers.CreateDatabaseAsync("identity")));
        _settings["ConnectionStrings:gateway-db"] = await servers.CreateDatabaseAsync("gateway");
        _settings["services:identity:http:0"] = IdentityAddress.ToString();
        _settings["services:portal:http:0"] = Portal.Address.ToString();
        _settings["services:schools:http:0"] = Schools.Address.ToString();
        _settings["services:schools:http:1"] = SchoolsReplica.Address.ToString();
        _settings["services:staff-support:http:0"] = StaffSupport.Address.ToString();
        _settings["services:police-action-plan:http:0"] = Schools.Address.ToString();
        _settings["services:community-engagement:http:0"] = Schools.Address.ToString();
        _settings["services:oversight:http:0"] = $"http://127.0.0.1:{FreePort()}";
        Gateway = StartGateway(Address);
    }

    /// <summary>Another replica of the gateway, on the same database, or the first one.</summary>
    public WebApplicationFactory<GatewayDb> StartGateway(Uri address)
    {
        var gateway = new WebApplicationFactory<GatewayDb>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("PublicUrl", Address.ToString());
            web.UseSetting("Identity:GatewayClientSecret", GatewaySecret);
            web.UseSetting("Logging:Console:LogLevel:Default", "None");
            foreach (var (name, value) in _settings.Select(s => (s.Key, s.Value)).Concat(Settings.Select(s => (s.Name, (string?)s.Value))))
            {
                web.UseSetting(name, value);
            }

            web.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        });
        gateway.UseKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
        gateway.StartServer();
        return Keep(gateway);
    }

    /// <summary>A browser without a session. Redirects are for the test to follow, cookies are kept.</summary>
    public Browser NewBrowser() => new(Address);

    /// <summary>A program without a token.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        foreach (var started in Enumerable.Reverse(_started))
        {
            await started.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// A port that nobody listens on: below those that the system hands out by itself, so that none of its choices takes it before we do.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = 20000 + (int)((uint)Interlocked.Increment(ref _ports) % 10000);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody's. The next one, then.
            }
        }
    }

    private WebApplicationFactory<IdentityDb> StartIdentity(string database)
    {
        var identity = new WebApplicationFactory<IdentityDb>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("PublicUrl", Address.ToString());
            web.UseSetting("ConnectionStrings:identity-db", database);
            web.UseSetting("Identity:GatewayClientSecret", GatewaySecret);
            web.UseSetting("Identity:LoaderClientSecret", LoaderSecret);
            web.UseSetting("Identity:SeedDevelopmentAccounts", "true");
            web.UseSetting("Identity:SignInsPerMinute", "10000");
            web.UseSetting("Logging:Console:LogLevel:Default", "None");
        });
        identity.UseKestrel(kestrel => kestrel.ListenLocalhost(IdentityAddress.Port));
        identity.StartServer();
        return identity;
    }

    private T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        _started.Add(started);
        return started;
    }
}
