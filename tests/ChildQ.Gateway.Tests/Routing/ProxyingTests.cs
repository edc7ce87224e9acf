using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ChildQ.Gateway.Tests.Routing;

public sealed class ProxyingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_clients_own_token_passes_through_as_it_is()
    {
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "whatever-the-service-makes-of-it");

        using var response = await client.GetAsync("/api/staff-support/as-it-is");

        Assert.Equal(
            "Bearer whatever-the-service-makes-of-it",
            host.StaffSupport.Requests.Single(r => r.Path.EndsWith("/as-it-is", StringComparison.Ordinal)).Header("Authorization")
        );
    }

    [Fact]
    public async Task Where_a_request_has_a_session_and_a_token_the_token_counts()
    {
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("oversight");
        using var client = host.NewClient();
        var token = await client.LoaderTokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/staff-support/both");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            $"Bearer {token}",
            host.StaffSupport.Requests.Single(r => r.Path.EndsWith("/both", StringComparison.Ordinal)).Header("Authorization")
        );
    }

    [Fact]
    public async Task Nothing_a_caller_claims_about_itself_reaches_a_part()
    {
        using var client = host.NewClient();
        string[] claims =
        [
            "Forwarded",
            "X-Real-IP",
            "X-Original-URL",
            "X-Remote-User",
            "X-MS-CLIENT-PRINCIPAL",
            "X-Forwarded-User",
            "X-Forwarded-Prefix",
        ];
        foreach (var claim in claims)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(claim, "made-up");
        }

        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Host", "elsewhere.example");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic bWFkZTp1cA==");

        using var response = await client.GetAsync("/claims");

        var asked = host.Portal.Requests.Single(request => request.Path == "/claims");
        Assert.All(claims, claim => Assert.Null(asked.Header(claim)));
        Assert.Null(asked.Header("Authorization"));
        Assert.DoesNotContain("203.0.113.9", asked.Header("X-Forwarded-For"), StringComparison.Ordinal);
        Assert.Equal(host.Address.Authority, asked.Header("X-Forwarded-Host"));
        Assert.Equal("http", asked.Header("X-Forwarded-Proto"));
    }

    [Fact]
    public async Task A_services_document_is_at_one_place_for_all()
    {
        using var client = host.NewClient();

        using var response = await client.GetAsync("/openapi/staff-support.json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(host.StaffSupport.Requests, request => request.Path == "/api/staff-support/openapi.json");
    }

    [Fact]
    public async Task Replicas_share_the_work()
    {
        using var client = host.NewClient();

        for (var i = 0; i < 40; i++)
        {
            using var response = await client.GetAsync("/api/schools/shared");
        }

        Assert.Contains(host.Schools.Requests, request => request.Path == "/api/schools/shared");
        Assert.Contains(host.SchoolsReplica.Requests, request => request.Path == "/api/schools/shared");
    }

    [Fact]
    public async Task A_part_that_does_not_answer_is_named()
    {
        using var client = host.NewClient();

        using var response = await client.GetAsync("/api/oversight/workstreams");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("gateway/not-answering", problem.RootElement.GetProperty("type").GetString());
        Assert.Contains("Oversight", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_at_a_browser_gets_a_page_instead()
    {
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var response = await client.GetAsync("/api/oversight/workstreams");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("does not answer at the moment", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_everyone_may_see_is_compressed_and_what_one_person_sees_is_not()
    {
        using var anonymous = host.NewClient();
        anonymous.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var browser = host.NewBrowser();
        using var arrived = await browser.SignInAsync("staff");
        using var mine = new HttpRequestMessage(HttpMethod.Get, "/page");
        mine.Headers.AcceptEncoding.ParseAdd("gzip");

        using var open = await anonymous.GetAsync("/page");
        using var own = await browser.SendAsync(mine);

        Assert.Equal("gzip", Assert.Single(open.Content.Headers.ContentEncoding));
        Assert.Empty(own.Content.Headers.ContentEncoding);
    }
}
