using System.Net;
using ChildQ.Identity.Accounts;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Identity.Tests.Tokens;

public sealed class PasswordGrantTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    public static TheoryData<string> EveryRole => [.. Roles.All.Except([Roles.DataLoader])];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task There_is_an_account_for_every_role_that_people_hold(string role)
    {
        using var client = host.Client();

        var (status, body) = await client.AskByPasswordAsync($"{role}@childq.example", DevelopmentAccount.Password);

        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var token in new[] { body.Text("access_token"), body.Text("id_token") }.Select(Conversation.Payload))
        {
            Assert.Equal(role, token.Text("role"));
            Assert.NotEmpty(token.Text("name"));
            Assert.True(Guid.TryParse(token.Text("sub"), out _));
            Assert.False(token.TryGetProperty("email", out _));
        }
    }

    [Theory]
    [InlineData("school", "school", "100001")]
    [InlineData("police-partner", "organisation", "metropolitan-police")]
    [InlineData("community-partner", "organisation", "account-hackney")]
    [InlineData("board-member", "body", "police-action-plan-board")]
    public async Task A_scoped_role_says_what_it_is_scoped_to(string role, string claim, string value)
    {
        using var client = host.Client();

        var (_, body) = await client.AskByPasswordAsync($"{role}@childq.example", DevelopmentAccount.Password);

        Assert.Equal(value, Conversation.Payload(body.Text("access_token")).Text(claim));
        Assert.Equal(value, Conversation.Payload(body.Text("id_token")).Text(claim));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        using var client = host.Client();

        var wrong = await client.AskByPasswordAsync("staff@childq.example", "not-the-password");
        var unknown = await client.AskByPasswordAsync("nobody@childq.example", "not-the-password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("invalid_grant", wrong.Body.Text("error"));
        Assert.Equal(wrong.Body.ToString(), unknown.Body.ToString());
    }

    [Fact]
    public async Task Without_development_accounts_there_is_no_such_grant()
    {
        using var client = IdentityHost.ClientOf(await host.StartWithoutDevelopmentAccountsAsync());

        var (status, body) = await client.AskByPasswordAsync("staff@childq.example", DevelopmentAccount.Password);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("unsupported_grant_type", body.Text("error"));
    }
}
