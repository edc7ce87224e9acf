using System.Net;
using System.Text.Json;
using ChildQ.AppHost.Local;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>The pages: what they show, what they must never do.</summary>
public sealed class PageTests
{
    private const string Hostile = "</code><script>alert('x')</script><img src=x onerror=alert(1)>\"'&";

    [Theory]
    [InlineData("/")]
    [InlineData("/logs")]
    [InlineData("/records")]
    [InlineData("/traces")]
    [InlineData("/metrics")]
    [InlineData("/traces/none")]
    [InlineData("/nothing-here")]
    public async Task Every_page_allows_no_script_but_its_own(string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        using var response = await dashboard.Http.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.Contains("<h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost.attacker.example")]
    [InlineData("attacker.example:18888")]
    public async Task A_page_elsewhere_whose_name_points_here_reads_nothing(string host)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        foreach (var path in new[] { "/", "/api/resources", "/logs/stream" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            using var response = await dashboard.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_wherever_it_comes_from()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        const string id = "0102030405060708090a0b0c0d0e0f10";
        var span = OtlpRequest.Span(id, "0102030405060708", Hostile, OtlpRequest.Attribute(Hostile, Hostile));
        await RefusalTests.PostAsync(dashboard, OtlpRequest.Trace(Hostile, span), RunningDashboard.Key);
        dashboard.Stack.Resources =
        [
            new ResourceView(Hostile, Hostile, Hostile, Hostile, ["javascript:alert(1)", Hostile], 0, null, null, 1_000_000),
        ];
        dashboard.Stack.Write(Hostile, Hostile);
        var asked = Uri.EscapeDataString(Hostile);

        foreach (
            var path in new[]
            {
                "/",
                "/logs",
                $"/logs?resource={asked}",
                "/traces",
                $"/traces?text={asked}&name={asked}&service={asked}",
                $"/traces/{id}",
                $"/records?text={asked}&trace={asked}",
                "/metrics",
            }
        )
        {
            var page = await dashboard.PageAsync(path);

            Assert.DoesNotContain("alert('x')", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        }
        Assert.Contains("alert(&#x27;x&#x27;)", await dashboard.PageAsync($"/traces/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_are_shown_as_they_are_now()
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        var page = await dashboard.PageAsync("/");
        var json = await dashboard.JsonAsync("/api/resources");

        Assert.Contains("<a href=\"http://localhost:5001/\"", page, StringComparison.Ordinal);
        Assert.Contains("1 resource needs attention", page, StringComparison.Ordinal);
        Assert.Equal(["postgres", "schools", "oversight"], json.EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal(3, json[2].GetProperty("restarts").GetInt32());
    }

    [Fact]
    public async Task Output_goes_on_where_the_page_ended_and_ends_with_the_dashboard()
    {
        var dashboard = await RunningDashboard.StartAsync();
        await using var _ = dashboard;
        dashboard.Stack.Write("schools", "on the page");
        var page = await dashboard.PageAsync("/logs?resource=schools");
        var after = page.Split("data-after=\"")[1].Split('"')[0];
        dashboard.Stack.Write("schools", "between page and stream");
        dashboard.Stack.Write("oversight", "of another resource");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/logs/stream?resource=schools&after={after}");
        using var response = await dashboard.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await NextAsync(lines);
        dashboard.Stack.Write("schools", "live", isError: true);
        var second = await NextAsync(lines);
        await dashboard.DisposeAsync();
        var end = await Record.ExceptionAsync(async () => Assert.Null(await NextAsync(lines)));

        Assert.Contains("on the page", page, StringComparison.Ordinal);
        Assert.Equal("between page and stream", first!.Value.GetProperty("text").GetString());
        Assert.Equal("live", second!.Value.GetProperty("text").GetString());
        Assert.True(second.Value.GetProperty("isError").GetBoolean());
        Assert.True(end is null or IOException or HttpRequestException, end?.ToString());
        Assert.Equal(0, dashboard.Stack.Followers);
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_says_so()
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        using var page = await dashboard.Http.GetAsync("/traces?minMs=soon");
        using var json = await dashboard.Http.GetAsync("/api/traces?minMs=soon");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
    }

    private static async Task<JsonElement?> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line[6..]).RootElement;
            }
        }
        return null;
    }
}
