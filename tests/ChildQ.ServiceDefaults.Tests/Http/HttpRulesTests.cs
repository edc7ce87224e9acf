using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Tests.Http;

public sealed class HttpRulesTests(SampleService sample) : IClassFixture<SampleService>
{
    private readonly HttpClient _lead = sample.Client(Roles.SchoolsLead);

    [Fact]
    public async Task An_endpoint_that_states_no_policy_is_closed()
    {
        using var nobody = sample.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/sample/unstated")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_a_stable_type()
    {
        using var nobody = sample.Client();
        using var staff = sample.Client(Roles.Staff);

        await Problem(await nobody.GetAsync("/api/sample/pledges"), HttpStatusCode.Unauthorized, "access/sign-in");
        await Problem(await staff.GetAsync("/api/sample/pledges"), HttpStatusCode.Forbidden, "access/not-allowed");
        await Problem(await _lead.GetAsync($"/api/sample/pledges/{Guid.NewGuid()}"), HttpStatusCode.NotFound, "not-found");
        await Problem(await _lead.GetAsync("/api/sample/nowhere"), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("{\"title\":", "input/not-readable")]
    [InlineData("{\"titel\":\"a word misspelt\"}", "input/not-readable")]
    [InlineData("{\"a word misspelt\":\"in place of title\"}", "input/not-readable")]
    [InlineData("[]", "input/not-readable")]
    [InlineData("", "input/not-readable")]
    public async Task A_body_that_cannot_be_read_is_400_and_says_nothing_of_its_content(string body, string type)
    {
        var answer = await _lead.PostAsync("/api/sample/pledges", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.DoesNotContain("a word misspelt", await Problem(answer, HttpStatusCode.BadRequest, type));
    }

    [Theory]
    [InlineData("{\"title\":5}", "$.title.")]
    [InlineData("{\"titel\":5}", "its start.")]
    [InlineData("{\"title\":{\"titel\":5}}", "$.title.")]
    public async Task Where_a_body_cannot_be_read_is_said_as_far_as_the_document_knows_the_place(string body, string place)
    {
        var answer = await _lead.PostAsync("/api/sample/pledges", new StringContent(body, Encoding.UTF8, "application/json"));

        var detail = JsonDocument.Parse(await Problem(answer, HttpStatusCode.BadRequest, "input/not-readable")).RootElement;
        Assert.EndsWith(place, detail.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_names_its_field()
    {
        var problem = await Problem(
            await _lead.PostAsJsonAsync("/api/sample/pledges", new { title = " " }),
            HttpStatusCode.UnprocessableEntity,
            "input/required"
        );

        Assert.Equal("Enter title.", JsonDocument.Parse(problem).RootElement.GetProperty("errors").GetProperty("title")[0].GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_shows_no_words_and_no_stack()
    {
        using var nobody = sample.Client();

        var body = await Problem(await nobody.GetAsync("/api/sample/broken"), HttpStatusCode.InternalServerError, "server/error");

        Assert.DoesNotContain("secret", body);
        Assert.DoesNotContain("   at ", body);
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_read()
    {
        var (id, etag) = await MakeAsync("Versioned");

        await Problem(await RenameAsync(id, null), HttpStatusCode.PreconditionRequired, "version/required");
        await Problem(await RenameAsync(id, "*"), HttpStatusCode.BadRequest, "version/not-readable");
        Assert.Equal(HttpStatusCode.OK, (await RenameAsync(id, etag)).StatusCode);
        await Problem(await RenameAsync(id, etag), HttpStatusCode.PreconditionFailed, "version/changed");
    }

    [Fact]
    public async Task Of_many_changes_to_one_version_at_once_one_wins()
    {
        var (id, etag) = await MakeAsync("Contended");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => RenameAsync(id, etag, $"Winner {n}")));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task The_same_key_creates_once_and_answers_alike_each_time()
    {
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync("Once", key)));

        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(a => a.Headers.ETag!.Tag).Distinct());
        Assert.Equal(19, answers.Count(a => a.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(1, await sample.InScopeAsync(db => db.Pledges.CountAsync(p => p.Title == "Once")));
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        (await PostAsync("The first", key)).EnsureSuccessStatusCode();

        await Problem(await PostAsync("Another", key), HttpStatusCode.UnprocessableEntity, "idempotency/other-request");
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        var key = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("", key)).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync("Put right", key)).StatusCode);
    }

    [Fact]
    public async Task Another_caller_with_the_same_key_makes_their_own()
    {
        var key = Guid.NewGuid().ToString();
        using var other = sample.Client(Roles.SchoolsLead, Roles.Staff);
        await PostAsync("Shared key", key);

        await PostAsync("Shared key", key, other);

        Assert.Equal(2, await sample.InScopeAsync(db => db.Pledges.CountAsync(p => p.Title == "Shared key")));
    }

    [Fact]
    public async Task Pages_hold_every_row_once_whatever_their_size()
    {
        await using var own = new SampleService();
        await own.InitializeAsync();
        await own.InScopeAsync(async db =>
        {
            for (var n = 0; n < 57; n++)
            {
                db.Add(Pledge.Make($"Page {n % 9}").Value); // many rows share a key
            }

            return await db.SaveChangesAsync();
        });
        using var lead = own.Client(Roles.SchoolsLead);
        var seen = new List<Guid>();

        for (var url = "/api/sample/pledges?take=10"; url is not null; )
        {
            var answer = await lead.GetAsync(url);
            var page = await answer.Content.ReadFromJsonAsync<Page<SampleService.PledgeView>>();
            seen.AddRange(page!.Items.Select(i => i.Id));
            var link = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            Assert.Equal(page.Next is null, link is null);
            url = link?[1..link.IndexOf('>', StringComparison.Ordinal)];
        }

        Assert.Equal(57, seen.Count);
        Assert.Equal(57, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("take=0")]
    [InlineData("take=201")]
    [InlineData("take=many")]
    [InlineData("q=%00")]
    [InlineData("after=not-a-cursor")]
    [InlineData("after=e30")]
    public async Task A_page_that_cannot_be_is_400(string query) =>
        await Problem(await _lead.GetAsync($"/api/sample/pledges?{query}"), HttpStatusCode.BadRequest, "input/not-readable");

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_says_who_may_call()
    {
        using var nobody = sample.Client();

        var document = JsonDocument.Parse(await nobody.GetStringAsync("/api/sample/openapi.json")).RootElement;

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var put = document.GetProperty("paths").GetProperty("/api/sample/pledges/{id}").GetProperty("put");
        Assert.Equal("schools-lead", put.GetProperty("x-roles")[0].GetString());
        Assert.Contains(put.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "If-Match");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_open_to_all(string path)
    {
        using var nobody = sample.Client();

        (await nobody.GetAsync(path)).EnsureSuccessStatusCode();
    }

    private static async Task<string> Problem(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type, JsonDocument.Parse(body).RootElement.GetProperty("type").GetString());
        return body;
    }

    private async Task<(Guid Id, string ETag)> MakeAsync(string title)
    {
        var answer = await PostAsync(title, null);
        return ((await answer.Content.ReadFromJsonAsync<SampleService.PledgeView>())!.Id, answer.Headers.ETag!.ToString());
    }

    private async Task<HttpResponseMessage> PostAsync(string title, string? key, HttpClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sample/pledges") { Content = JsonContent.Create(new { title }) };
        if (key is not null)
        {
            request.Headers.Add(IdempotencyMiddleware.Header, key);
        }

        return await (by ?? _lead).SendAsync(request);
    }

    private async Task<HttpResponseMessage> RenameAsync(Guid id, string? etag, string title = "Renamed")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/sample/pledges/{id}")
        {
            Content = JsonContent.Create(new { title }),
        };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return await _lead.SendAsync(request);
    }
}
