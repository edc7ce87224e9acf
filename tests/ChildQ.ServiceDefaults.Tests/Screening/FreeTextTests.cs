using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Tests.Screening;

public sealed class FreeTextTests(SampleService service) : IClassFixture<SampleService>
{
    [Theory]
    [InlineData("title", "Ask Mrs Okafor to lead it", null)]
    [InlineData("notes", "A pledge with notes", "Ring 07700 900123")]
    public async Task What_looks_like_personal_data_is_kept_only_when_its_writer_says_so(string field, string title, string? note)
    {
        var ct = TestContext.Current.CancellationToken;
        using var lead = service.Client(Roles.SchoolsLead);
        var body = new SampleService.PledgeBody(title, note is null ? null : ["Harmless", note]);

        var refused = await lead.PostAsJsonAsync("/api/sample/pledges", body, ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var words = await refused.Content.ReadAsStringAsync(ct);
        using var problem = JsonDocument.Parse(words);
        Assert.Equal("screening/likely-personal-data", problem.RootElement.GetProperty("type").GetString());
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty(field, out _));
        Assert.DoesNotContain("Okafor", words, StringComparison.Ordinal);
        Assert.DoesNotContain("900123", words, StringComparison.Ordinal);
        Assert.False(await service.InScopeAsync(db => db.Pledges.AnyAsync(p => p.Title == title, ct)));

        var kept = await lead.PostAsJsonAsync("/api/sample/pledges", body with { Confirmed = true }, ct);

        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_write_learns_nothing_of_the_screen()
    {
        using var staff = service.Client(Roles.Staff);

        var refused = await staff.PostAsJsonAsync(
            "/api/sample/pledges",
            new SampleService.PledgeBody("Ask Mrs Okafor to lead it"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
