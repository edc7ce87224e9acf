using System.Net;

namespace ChildQ.Gateway.Tests.Sessions;

public sealed class CrossSiteTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData(null, null)]
    public async Task A_change_that_another_page_asks_for_in_a_persons_name_is_refused(string? header, string? value)
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("schools-lead");
        var path = $"/schools/{Guid.NewGuid():n}";
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("gateway/cross-site", await response.ProblemTypeAsync());
        Assert.DoesNotContain(host.Portal.Requests, asked => asked.Path == path);
    }

    [Fact]
    public async Task Our_origin_does_not_outweigh_a_browser_that_says_the_request_is_from_another_site()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("schools-lead");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/schools/1");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "ours")]
    public async Task A_change_from_our_own_pages_goes_through(string header, string value)
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("schools-lead");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/schools/1");
        request.Headers.Add(header, value == "ours" ? host.Address.GetLeftPart(UriPartial.Authority) : value);

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Reading_is_never_stopped()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("schools-lead");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/schools");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_person_out()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("schools-lead");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_program_with_a_token_and_a_person_without_a_session_need_no_such_proof()
    {
        using var anonymous = host.NewClient();
        using var program = await host.NewClient().AsLoaderAsync();

        using var said = await anonymous.PostAsync("/have-your-say", null);
        using var loaded = await program.PostAsync("/api/staff-support/steps", null);

        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
    }
}
