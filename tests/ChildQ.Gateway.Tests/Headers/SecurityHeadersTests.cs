using System.Net;
using System.Text.RegularExpressions;

namespace ChildQ.Gateway.Tests.Headers;

public sealed class SecurityHeadersTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/identity/sign-in")]
    [InlineData("/api/staff-support/sessions")]
    [InlineData("/api/oversight/away")]
    [InlineData("/health")]
    public async Task Every_answer_tells_browsers_what_not_to_do_with_it(string path)
    {
        using var client = host.NewClient();

        using var response = await client.GetAsync(path);

        var policy = Header(response, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_documentation_comes_from_here_alone_and_runs_only_its_own_script()
    {
        using var client = host.NewClient();

        var response = await client.GetAsync("/docs/");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(Parts.Services, service => Assert.Contains($"openapi/{service.Name}.json", page, StringComparison.Ordinal));
        var nonce = Regex
            .Match(
                Header(response, "Content-Security-Policy"),
                "'nonce-(?<value>[^']+)'",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Groups["value"]
            .Value;
        Assert.NotEmpty(nonce);
        var scripts = Regex.Matches(page, "<script(?<attributes>[^>]*)>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.NotEmpty(scripts);
        Assert.All(
            scripts,
            script =>
                Assert.True(
                    script.Value.Contains(nonce, StringComparison.Ordinal) || script.Value.Contains("src=", StringComparison.Ordinal),
                    script.Value
                )
        );
        Assert.DoesNotContain(
            Regex.Matches(page, "(src|href)=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            link => link.Groups["url"].Value.StartsWith("http", StringComparison.Ordinal)
        );
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
