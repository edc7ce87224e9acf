using ChildQ.Gateway.Sessions;
using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Gateway.Tests.Sessions;

/// <summary>Moves the gateway's clock, so each test has a gateway to itself.</summary>
public sealed class SessionLifeTests : IAsyncLifetime
{
    private readonly GatewayHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_about_to_end_is_renewed_once_however_many_requests_come_together()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("staff");
        var before = await TokenAsync(browser, "/before");
        _host.Clock.Advance(TimeSpan.FromMinutes(9.5));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => browser.GetAsync($"/together/{i}")));

        var sent = _host
            .Portal.Requests.Where(r => r.Path.StartsWith("/together", StringComparison.Ordinal))
            .Select(r => r.Header("Authorization"))
            .ToList();
        Assert.Equal(12, sent.Count);
        Assert.NotEqual(before, Assert.Single(sent.Distinct()));
        Assert.True((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_session_is_renewed_again_and_again_while_it_is_used()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("staff");
        var tokens = new HashSet<string?>(StringComparer.Ordinal) { await TokenAsync(browser, "/start") };

        // Long enough that the cookie slides as well: what it writes back must not be the tokens it began with.
        for (var i = 0; i < 10; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(9.5));
            tokens.Add(await TokenAsync(browser, $"/later/{i}"));
        }

        Assert.Equal(11, tokens.Count);
        Assert.True((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_from_the_session_when_its_token_is_renewed()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("facilitator");
        await ChangeAsync("facilitator", (accounts, account) => accounts.RemoveFromRoleAsync(account, "facilitator"));
        _host.Clock.Advance(TimeSpan.FromMinutes(9.5));

        var session = await browser.SessionAsync();

        Assert.True(session.GetProperty("signedIn").GetBoolean());
        Assert.Empty(session.GetProperty("roles").EnumerateArray());
    }

    [Fact]
    public async Task Someone_who_may_no_longer_sign_in_is_signed_out_when_their_token_is_renewed()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("case-handler");
        await ChangeAsync("case-handler", (accounts, account) => accounts.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));
        _host.Clock.Advance(TimeSpan.FromMinutes(9.5));

        var session = await browser.SessionAsync();

        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal(0, await CountSessionsAsync());
    }

    [Fact]
    public async Task While_the_issuer_is_away_a_session_waits_for_it()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("staff");
        await _host.Identity.DisposeAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(9.5));
        var stillGood = await browser.SessionAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        var ended = await browser.SessionAsync();

        Assert.True(stillGood.GetProperty("signedIn").GetBoolean());
        Assert.False(ended.GetProperty("signedIn").GetBoolean());
        Assert.Equal(1, await CountSessionsAsync());
    }

    [Fact]
    public async Task A_session_nobody_uses_for_an_hour_ends_and_is_forgotten()
    {
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("staff");
        _host.Clock.Advance(TimeSpan.FromMinutes(61));

        var session = await browser.SessionAsync();
        await _host.Gateway.Services.GetRequiredService<SessionStore>().RemoveEndedAsync(CancellationToken.None);

        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal(0, await CountSessionsAsync());
    }

    private async Task<string?> TokenAsync(Browser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return _host.Portal.Requests.Single(request => request.Path == path).Header("Authorization");
    }

    private async Task<int> CountSessionsAsync()
    {
        await using var db = await _host.Gateway.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync();
        return await db.Sessions.CountAsync();
    }

    private async Task ChangeAsync(string role, Func<UserManager<Account>, Account, Task<IdentityResult>> change)
    {
        await using var scope = _host.Identity.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByNameAsync($"{role}@childq.example");
        Assert.True((await change(accounts, account!)).Succeeded);
    }
}
