using System.Net;

namespace ChildQ.Gateway.Tests.Limits;

/// <summary>Uses an address's whole limit up, so each test has a gateway to itself.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private readonly Strict _host = new();

    private const int Anonymous = 30;
    private const int SignedIn = 40;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_come_back_and_nobody_else_is_stopped()
    {
        using var program = await _host.NewClient().AsLoaderAsync();
        using var stranger = _host.NewClient();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= Anonymous; i++)
        {
            using var response = await stranger.GetAsync("/often");
            answers.Add(response.StatusCode);
        }

        using var refused = await stranger.GetAsync("/often");
        using var styled = await stranger.GetAsync("/assets/childq.css");
        using var known = await program.GetAsync("/api/staff-support/sessions");

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal("gateway/too-many-requests", await refused.ProblemTypeAsync());
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, styled.StatusCode);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_made_up_token_counts_as_a_stranger()
    {
        using var client = _host.NewClient();
        HttpResponseMessage? last = null;

        for (var i = 0; i <= Anonymous; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/staff-support/sessions");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer made-up-{i}");
            last?.Dispose();
            last = await client.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        last.Dispose();
    }

    private sealed class Strict : GatewayHost
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Gateway:AnonymousPerMinute", $"{Anonymous}"), ("Gateway:SignedInPerMinute", $"{SignedIn}")];
    }
}
