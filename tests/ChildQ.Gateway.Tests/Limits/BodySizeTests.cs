using System.Net;
using ChildQ.Gateway.Routing;

namespace ChildQ.Gateway.Tests.Limits;

public sealed class BodySizeTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/api/staff-support/sessions", Routes.OrdinaryBody)]
    [InlineData("/api/staff-support/sessions/import", Routes.ImportBody)]
    [InlineData("/staff-support/sessions/import", Routes.ImportBody)]
    [InlineData("/api/schools/schools/import", Routes.ExtractBody)]
    [InlineData("/schools/register/import", Routes.ExtractBody)]
    [InlineData("/have-your-say", Routes.OrdinaryBody)]
    public async Task A_body_goes_through_up_to_its_limit_and_no_further(string path, long limit)
    {
        using var client = host.NewClient();

        using var fits = await PostAsync(client, path, limit, chunked: false);
        using var tooLarge = await PostAsync(client, path, limit + 1, chunked: false);

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("input/too-large", await tooLarge.ProblemTypeAsync());
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_has_the_same_limit()
    {
        using var client = host.NewClient();

        using var response = await PostAsync(client, "/api/staff-support/unsaid", Routes.OrdinaryBody + 1, chunked: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.DoesNotContain(host.StaffSupport.Requests, request => request.Path == "/api/staff-support/unsaid");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, long length, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = chunked;
        // The gateway may answer, and hang up, before all is sent.
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request);
    }
}
