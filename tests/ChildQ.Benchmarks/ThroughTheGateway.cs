using ChildQ.Benchmarks.Measuring;
using ChildQ.Gateway;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChildQ.Benchmarks;

/// <summary>
/// A small answer of a service, read by sixteen clients at a time: from the service itself, through nginx, and through the gateway with its limits,
/// sessions, headers and health of destinations. The same web server answers all three.
/// </summary>
internal sealed class ThroughTheGateway : IBenchmark
{
    private const int Clients = 16;
    private const int ReadsOfEach = 100;
    private const string Path = "/api/schools/small";

    /// <summary>More than all rounds together ask: the limit itself is worked out each time, and never reached.</summary>
    private const string Unlimited = "100000000";

    public string Name => "gateway";

    public async Task RunAsync(Func<Comparison, Task> compareAsync)
    {
        var servers = await TestServers.UseAsync();
        var body = new string('x', 4096);
        await using var behind = await BareKestrel.StartAsync(routes => routes.MapGet("/{**path}", () => TypedResults.Text(body)));
        await using var nginx = await Nginx.StartAsync(behind.Address);
        var address = behind.Address.ToString();
        await using var gateway = new Served<GatewayDb>([
            ("PublicUrl", "http://localhost:8080"),
            ("ConnectionStrings:gateway-db", await servers.CreateDatabaseAsync("bench")),
            ("Identity:GatewayClientSecret", "secret-of-the-gateway-in-benchmarks."),
            ("Gateway:AnonymousPerMinute", Unlimited),
            .. Behind.Select(name => ($"services:{name}:http:0", address)),
        ]);
        using var direct = behind.Caller();
        using var proxied = new HttpClient { BaseAddress = nginx.Address };
        using var ours = gateway.Caller();
        await compareAsync(
            new(
                $"An answer of 4 KB, {Clients} clients at a time",
                "request",
                Clients * ReadsOfEach,
                new("straight from the service", () => ReadAsync(direct, body)),
                new("through nginx", () => ReadAsync(proxied, body)),
                new Contender("through the gateway", () => ReadAsync(ours, body))
            )
        );
    }

    private static readonly string[] Behind =
    [
        "portal",
        "identity",
        "police-action-plan",
        "schools",
        "staff-support",
        "community-engagement",
        "oversight",
    ];

    private static Task ReadAsync(HttpClient client, string expected) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    for (var read = 0; read < ReadsOfEach; read++)
                    {
                        var answer = await client.GetStringAsync(Path);
                        if (answer.Length != expected.Length)
                        {
                            throw new InvalidOperationException($"Not the answer: {answer}");
                        }
                    }
                })
        );
}
