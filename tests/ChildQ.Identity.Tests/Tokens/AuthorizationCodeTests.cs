using System.Net;
using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Identity.Tests.Tokens;

public sealed class AuthorizationCodeTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Signing_in_gives_the_gateway_tokens_that_say_who_it_is()
    {
        using var browser = host.Client();
        var (verifier, challenge) = Conversation.NewProof();

        var code = await browser.CodeForAsync("schools-lead", challenge);
        var (status, body) = await browser.ExchangeAsync(code, verifier);

        Assert.Equal(HttpStatusCode.OK, status);
        var token = Conversation.Payload(body.Text("access_token"));
        Assert.Equal("schools-lead", token.Text("role"));
        Assert.Equal("Schools lead", token.Text("name"));
        Assert.Equal("schools-lead", Conversation.Payload(body.Text("id_token")).Text("role"));
        Assert.NotEmpty(body.Text("refresh_token"));
    }

    [Fact]
    public async Task No_code_is_given_to_a_request_without_proof_of_who_began_it()
    {
        using var browser = host.Client();

        using var response = await browser.GetAsync(Conversation.AuthorizeUrl(challenge: null));

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_challenge_in_the_clear_is_refused()
    {
        using var browser = host.Client();

        using var response = await browser.GetAsync(
            Conversation.AuthorizeUrl("a-verifier-that-anybody-can-read-on-its-way-here", method: "plain")
        );

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_its_verifier()
    {
        using var browser = host.Client();
        var code = await browser.CodeForAsync("staff", Conversation.NewProof().Challenge);

        var (status, body) = await browser.ExchangeAsync(code, Conversation.NewProof().Verifier);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.Text("error"));
    }

    [Fact]
    public async Task A_code_can_be_spent_once()
    {
        using var browser = host.Client();
        var (verifier, challenge) = Conversation.NewProof();
        var code = await browser.CodeForAsync("staff", challenge);
        await browser.ExchangeAsync(code, verifier);

        var (status, body) = await browser.ExchangeAsync(code, verifier);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.Text("error"));
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_is_not_the_gateways()
    {
        using var browser = host.Client();

        using var response = await browser.GetAsync(
            Conversation.AuthorizeUrl(Conversation.NewProof().Challenge, redirect: "https://elsewhere.example/signin-oidc")
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_refresh()
    {
        using var browser = host.Client();
        var (verifier, challenge) = Conversation.NewProof();
        var (_, first) = await browser.ExchangeAsync(await browser.CodeForAsync("councillor", challenge), verifier);
        await ChangeAsync("councillor", (accounts, account) => accounts.RemoveFromRoleAsync(account, "councillor"));

        var (status, second) = await RefreshAsync(browser, first.Text("refresh_token"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("councillor", Conversation.Payload(first.Text("access_token")).Text("role"));
        Assert.False(Conversation.Payload(second.Text("access_token")).TryGetProperty("role", out _));
    }

    [Fact]
    public async Task A_locked_account_gets_no_new_tokens()
    {
        using var browser = host.Client();
        var (verifier, challenge) = Conversation.NewProof();
        var (_, first) = await browser.ExchangeAsync(await browser.CodeForAsync("scrutiny", challenge), verifier);
        await ChangeAsync("scrutiny", (accounts, account) => accounts.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));

        var (status, body) = await RefreshAsync(browser, first.Text("refresh_token"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.Text("error"));
    }

    [Fact]
    public async Task Every_address_it_writes_is_the_public_one_whatever_the_caller_claims()
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Host = "elsewhere.example";
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");

        var document = await client.GetStringAsync(".well-known/openid-configuration");

        Assert.Contains("\"http://localhost:8080/identity/connect/token\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", document, StringComparison.Ordinal);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> RefreshAsync(HttpClient gateway, string refreshToken) =>
        gateway.AskTokenAsync(
            ("grant_type", "refresh_token"),
            ("client_id", "childq-gateway"),
            ("client_secret", IdentityHost.GatewaySecret),
            ("refresh_token", refreshToken)
        );

    private async Task ChangeAsync(string role, Func<UserManager<Account>, Account, Task<IdentityResult>> change)
    {
        await using var scope = host.Development.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByNameAsync($"{role}@childq.example");
        Assert.True((await change(accounts, account!)).Succeeded);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Contains("invalid_request", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
