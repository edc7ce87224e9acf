using System.Text.Json;
using ChildQ.Identity.Accounts;

namespace ChildQ.Identity.Tests.Startup;

public sealed class PreparationTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly (string, string?)[] Production =
    [
        ("PublicUrl", "https://response.hackney.example"),
        ("Identity:GatewayClientSecret", "0123456789abcdef0123456789abcdef"),
        ("Identity:LoaderClientSecret", "fedcba9876543210fedcba9876543210"),
    ];

    [Fact]
    public void Production_does_not_start_on_a_database_that_holds_development_accounts()
    {
        var production = host.Start("Production", Production);

        var problem = Assert.ThrowsAny<Exception>(() => production.Services);

        Assert.Contains("holds development accounts", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Production_does_not_start_when_told_to_seed_development_accounts()
    {
        var production = host.Start("Production", [.. Production, ("Identity:SeedDevelopmentAccounts", "true")]);

        var problem = Assert.ThrowsAny<Exception>(() => production.Services);

        Assert.Contains("Identity__SeedDevelopmentAccounts", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_starts_on_a_database_of_its_own()
    {
        var database = await IdentityHost.NewDatabaseAsync();
        var production = host.Start("Production", [.. Production, ("ConnectionStrings:identity-db", database)]);

        using var client = production.CreateClient();
        var document = await client.GetStringAsync("/identity/.well-known/openid-configuration");

        Assert.Contains("https://response.hackney.example/identity/", document, StringComparison.Ordinal);
        Assert.DoesNotContain("\"password\"", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_replicas_that_start_together_share_their_keys()
    {
        (string, string?)[] database = [("ConnectionStrings:identity-db", await IdentityHost.NewDatabaseAsync())];
        var replicas = new[] { host.Start("Development", database), host.Start("Development", database) };

        var keys = await Task.WhenAll(
            replicas.Select(replica =>
                Task.Run(async () =>
                {
                    using var client = IdentityHost.ClientOf(replica);
                    return await client.GetStringAsync(".well-known/jwks");
                })
            )
        );

        Assert.Equal(keys[0], keys[1]);
        using var document = JsonDocument.Parse(keys[0]);
        Assert.Single(document.RootElement.GetProperty("keys").EnumerateArray());
    }

    [Fact]
    public async Task What_was_issued_before_a_restart_can_be_refreshed_after_it()
    {
        using var before = host.Client();
        var (_, issued) = await before.AskByPasswordAsync("staff@childq.example", DevelopmentAccount.Password);
        using var after = IdentityHost.ClientOf(host.Start());

        var (_, refreshed) = await after.AskTokenAsync(
            ("grant_type", "refresh_token"),
            ("client_id", "childq-development"),
            ("refresh_token", issued.Text("refresh_token"))
        );

        Assert.Equal("staff", Conversation.Payload(refreshed.Text("access_token")).Text("role"));
    }
}
