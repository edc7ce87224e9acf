using System.Net;
using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Http;

namespace ChildQ.Portal.Tests.Clients;

/// <summary>The client against a real server: what it sends, and what it makes of each answer.</summary>
public sealed class ServiceClientTests : IAsyncLifetime
{
    private const string Path = "/api/schools/things";
    private readonly HttpContextAccessor _current = new() { HttpContext = new DefaultHttpContext() };
    private Backend _backend = null!;
    private SchoolsClient _client = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Thing(string Title, ThingKind Kind);

    private enum ThingKind
    {
        PoliceVisit,
    }

    public async ValueTask InitializeAsync()
    {
        _backend = await Backend.StartAsync();
        _http = new HttpClient(
            new ForwardedToken(_current) { InnerHandler = new ToBackend(_backend.Address) { InnerHandler = new HttpClientHandler() } }
        );
        _client = new SchoolsClient(_http);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task It_reads_with_the_readers_own_token_and_keeps_the_version()
    {
        _current.HttpContext!.Request.Headers.Authorization = "Bearer abc";
        _backend.Answers(
            "GET",
            $"{Path}/1",
            new
            {
                title = "Visit",
                kind = "policeVisit",
                memberAddedLater = 1,
            },
            etag: "\"7\""
        );

        var found = await _client.Find<Thing>("things/1", Cancel);

        Assert.Equal(new Thing("Visit", ThingKind.PoliceVisit), found.Value);
        Assert.Equal("\"7\"", found.ETag);
        Assert.Equal("Bearer abc", Assert.Single(_backend.Asked).Headers.Authorization);
    }

    [Fact]
    public async Task Nobody_signed_in_sends_no_token()
    {
        _backend.Answers("GET", $"{Path}/1", new { title = "Visit", kind = "policeVisit" });

        await _client.Get<Thing>("things/1", Cancel);

        Assert.Empty(Assert.Single(_backend.Asked).Headers.Authorization.ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_refusal_to_show_is_passed_on(HttpStatusCode status)
    {
        _backend.Answers("GET", $"{Path}/1", new { detail = "no" }, (int)status);

        var refused = await Assert.ThrowsAsync<ServiceRefusedException>(() => _client.Get<Thing>("things/1", Cancel));

        Assert.Equal(status, refused.Status);
    }

    [Fact]
    public async Task A_failure_of_the_service_is_no_answer()
    {
        _backend.Answers("GET", $"{Path}/1", new { detail = "oh" }, 500);

        var failed = await Assert.ThrowsAsync<ServiceUnavailableException>(() => _client.Get<Thing>("things/1", Cancel));

        Assert.Equal(ServicePart.Schools, failed.Part);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_no_answer_and_a_page_of_several_parts_shows_the_others()
    {
        await _backend.DisposeAsync();

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => _client.Get<Thing>("things/1", Cancel));
        Assert.Null(await _client.TryGet<Thing>("things/1", Cancel));
    }

    [Fact]
    public async Task Making_sends_the_forms_key_and_says_what_was_made()
    {
        var id = Guid.CreateVersion7();
        _backend.Answers("POST", Path, new { id }, 201, location: $"{Path}/{id}");

        var saved = await _client.Post("things", new { title = "Visit" }, "key-1", Cancel);

        Assert.True(saved.Done);
        Assert.Equal(id, saved.Id());
        var asked = Assert.Single(_backend.Asked);
        Assert.Equal("key-1", asked.Headers["Idempotency-Key"]);
        Assert.Equal("""{"title":"Visit"}""", asked.Body);
    }

    [Fact]
    public async Task Changing_names_the_version_and_hears_when_another_was_faster()
    {
        _backend.Answers("PUT", $"{Path}/1", new { type = "version/changed" }, 412);

        var saved = await _client.Put("things/1", new { title = "Visit" }, "\"7\"", Cancel);

        Assert.True(saved.ChangedMeanwhile);
        Assert.False(saved.Done);
        Assert.Equal("\"7\"", Assert.Single(_backend.Asked).Headers.IfMatch);
    }

    [Fact]
    public async Task A_rule_that_refuses_comes_back_with_its_words_and_fields()
    {
        _backend.Answers(
            "POST",
            Path,
            new
            {
                type = "input/required",
                detail = "Enter a title.",
                errors = new { title = new[] { "Enter a title." } },
                finds = new[] { 3, 5 },
            },
            422
        );

        var saved = await _client.Post("things", new { title = "" }, null, Cancel);

        Assert.Equal("Enter a title.", saved.Refused!.Sentence);
        Assert.Equal(["Enter a title."], saved.Refused.Errors!["title"]);
        Assert.Equal([3, 5], saved.Refused.Member<int[]>("finds")!);
    }

    [Fact]
    public async Task A_refusal_that_is_no_problem_document_still_has_a_sentence()
    {
        _backend.Answers("POST", Path, "<html>", 400);

        var saved = await _client.Post("things", new { }, null, Cancel);

        Assert.Equal("This could not be saved.", saved.Refused!.Sentence);
    }

    [Fact]
    public async Task A_change_that_is_not_allowed_is_passed_on()
    {
        _backend.Answers("PUT", $"{Path}/1", new { }, 403);

        var refused = await Assert.ThrowsAsync<ServiceRefusedException>(() => _client.Put("things/1", new { }, "\"1\"", Cancel));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    /// <summary>In the place of service discovery: <c>http://schools</c> is the backend.</summary>
    private sealed class ToBackend(Uri backend) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("schools", request.RequestUri!.Host);
            request.RequestUri = new Uri(backend, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
