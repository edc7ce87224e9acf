using System.Net;

namespace ChildQ.Identity.Tests.Tokens;

public sealed class ClientCredentialsTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task The_data_loader_gets_a_token_for_its_own_role_and_nothing_more()
    {
        using var client = host.Client();

        var (status, body) = await AskAsync(client, "childq-data-loader", IdentityHost.LoaderSecret);

        Assert.Equal(HttpStatusCode.OK, status);
        var token = Conversation.Payload(body.Text("access_token"));
        Assert.Equal("http://localhost:8080/identity/", token.Text("iss"));
        Assert.Equal("childq", token.Text("aud"));
        Assert.Equal("childq-data-loader", token.Text("sub"));
        Assert.Equal("data-loader", token.Text("role"));
        Assert.False(body.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        using var client = host.Client();

        var (status, body) = await AskAsync(client, "childq-data-loader", "guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_client", body.Text("error"));
    }

    [Fact]
    public async Task The_gateway_cannot_act_as_a_program_with_roles()
    {
        using var client = host.Client();

        var (status, body) = await AskAsync(client, "childq-gateway", IdentityHost.GatewaySecret);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("unauthorized_client", body.Text("error"));
    }

    [Fact]
    public async Task A_client_of_the_deployment_acts_in_the_roles_it_was_given_until_it_is_taken_out_of_the_configuration()
    {
        var database = ("ConnectionStrings:identity-db", (string?)await IdentityHost.NewDatabaseAsync());
        var withClient = host.Start(
            "Development",
            database,
            ("Identity:Clients:0:ClientId", "open-data"),
            ("Identity:Clients:0:DisplayName", "Open data"),
            ("Identity:Clients:0:Secret", "a-secret-of-the-open-data-client"),
            ("Identity:Clients:0:Roles:0", "scrutiny"),
            ("Identity:Clients:0:Roles:1", "oversight")
        );
        using var before = IdentityHost.ClientOf(withClient);

        var (_, issued) = await AskAsync(before, "open-data", "a-secret-of-the-open-data-client");
        using var after = IdentityHost.ClientOf(host.Start("Development", database));
        var (status, refused) = await AskAsync(after, "open-data", "a-secret-of-the-open-data-client");

        var roles = Conversation.Payload(issued.Text("access_token")).GetProperty("role").EnumerateArray().Select(role => role.GetString());
        Assert.Equal(["scrutiny", "oversight"], roles);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_client", refused.Text("error"));
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> AskAsync(HttpClient client, string id, string secret) =>
        client.AskTokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), ("scope", "childq"));
}
