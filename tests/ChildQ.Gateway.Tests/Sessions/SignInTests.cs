using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Gateway.Tests.Sessions;

public sealed class SignInTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Signing_in_leads_back_to_the_page_the_person_came_from_as_who_they_are()
    {
        using var browser = host.NewBrowser();

        using var arrived = await browser.SignInAsync("schools-lead", "/schools?phase=secondary");
        var session = await browser.SessionAsync();

        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
        Assert.Equal("/schools?phase=secondary", arrived.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal("Schools lead", session.GetProperty("name").GetString());
        Assert.Equal("schools-lead", Assert.Single(session.GetProperty("roles").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task The_browser_holds_no_token_and_its_cookie_cannot_be_read_by_script_or_sent_by_other_sites()
    {
        using var browser = host.NewBrowser();

        using var arrived = await browser.SignInAsync("staff");

        var cookie = Assert.Single(browser.Received, header => header.StartsWith("childq-gateway=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(cookie.Length < 1000, "The ticket itself is in the cookie.");
        Assert.DoesNotContain(browser.Received, header => header.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_portal_gets_the_persons_token_and_not_the_gateways_cookies()
    {
        using var browser = host.NewBrowser();
        browser.SetCookie("portal-notice", "kept");
        using var arrived = await browser.SignInAsync("oversight");

        using var response = await browser.GetAsync("/oversight/mine");

        var asked = host.Portal.Requests.Single(request => request.Path == "/oversight/mine");
        Assert.StartsWith("Bearer ey", asked.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("portal-notice=kept", asked.Header("Cookie"));
        Assert.Equal(host.Address.Authority, asked.Header("Host"));
    }

    [Fact]
    public async Task A_service_gets_the_persons_token_and_no_cookie_at_all()
    {
        using var browser = host.NewBrowser();
        browser.SetCookie("portal-notice", "kept");
        using var arrived = await browser.SignInAsync("staff");

        using var response = await browser.GetAsync("/api/staff-support/sessions?take=5");

        var asked = host.StaffSupport.Requests.Single(request => request.Path == "/api/staff-support/sessions?take=5");
        Assert.StartsWith("Bearer ey", asked.Header("Authorization"), StringComparison.Ordinal);
        Assert.Null(asked.Header("Cookie"));
        Assert.Null(asked.Header("Accept-Encoding"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_led_to_another_site_by_signing_in(string returnUrl)
    {
        using var browser = host.NewBrowser();

        using var arrived = await browser.SignInAsync("staff", returnUrl);

        Assert.Equal(new Uri(host.Address, "/"), arrived.RequestMessage!.RequestUri);
    }

    [Fact]
    public async Task Signing_in_at_another_address_of_the_gateway_is_begun_at_the_public_one()
    {
        using var client = host.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in?returnUrl=/schools");
        request.Headers.Host = $"127.0.0.1:{host.Address.Port}";

        using var response = await client.SendAsync(request);

        Assert.Equal(new Uri(host.Address, "/sign-in?returnUrl=%2Fschools"), response.Headers.Location);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_issuer()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("councillor");

        using var end = await browser.FollowAsync(await browser.PostAsync("/sign-out"));
        var session = await browser.SessionAsync();
        using var again = await browser.FollowAsync(await browser.GetAsync("/sign-in"));

        Assert.Equal(new Uri(host.Address, "/"), end.RequestMessage!.RequestUri);
        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal("/identity/sign-in", again.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Another_person_on_the_same_browser_does_not_inherit_the_session()
    {
        using var browser = host.NewBrowser();
        using var first = await browser.SignInAsync("oversight");
        using var signedOut = await browser.FollowAsync(await browser.PostAsync("/sign-out"));

        using var second = await browser.SignInAsync("staff");

        Assert.Equal("Member of staff", (await browser.SessionAsync()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_sign_in_that_was_not_begun_here_says_so_plainly()
    {
        using var browser = host.NewBrowser();

        using var page = await browser.FollowAsync(await browser.GetAsync("/signin-oidc?code=made-up&state=made-up"));

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("You could not be signed in", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_can_be_served_by_any_replica_and_survives_a_restart()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("scrutiny");
        var replica = new Uri($"http://localhost:{GatewayHost.FreePort()}");
        host.StartGateway(replica);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(replica, "/session"));
        request.Headers.Add(
            "Cookie",
            browser.Received.Last(header => header.StartsWith("childq-gateway=", StringComparison.Ordinal)).Split(';')[0]
        );

        using var response = await client.SendAsync(request);

        Assert.Contains("Scrutiny officer", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_database_holds_is_neither_the_key_nor_the_person()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("safeguarding-lead");
        await using var db = await host.Gateway.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync();

        var sessions = await db.Sessions.ToListAsync();

        Assert.NotEmpty(sessions);
        Assert.All(
            sessions,
            session => Assert.DoesNotContain("Safeguarding", System.Text.Encoding.UTF8.GetString(session.Sealed), StringComparison.Ordinal)
        );
    }
}
