using ChildQ.Portal.Pages.Schools.Charter;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Schools;

public sealed class SchoolsByStepTests(PortalHost portal) : PortalTests(portal)
{
    private static readonly Guid Id = Guid.CreateVersion7();

    private static object Row(int urn = 100_001) =>
        new
        {
            id = Id,
            urn,
            school = $"Sample School {urn}",
            phase = "Secondary",
            statementSince = (string?)null,
            statementMissing = new[] { "executiveLead", "chairOfGovernors" },
            charter = "workingTowards",
            charterSince = "2022-09-01",
            distance = new
            {
                expectation = "met",
                deadline = "2023-04-30",
                metOn = "2022-09-01",
                days = 241,
            },
            voicesMissing = new[] { "children" },
            support = new[]
            {
                new
                {
                    support = "thinkingSpaces",
                    state = "offered",
                    since = "2022-06-14",
                },
            },
            next = new[] { "statement", "voices" },
        };

    [Theory]
    [InlineData("awaited", null, 1, "Not met yet: 1 day left")]
    [InlineData("missed", null, -2, "Not met: 2 days past the deadline")]
    [InlineData("met", 1, 29, "Met on 1 April 2023, 29 days before the deadline")]
    [InlineData("met", 31, -1, "Met on 1 May 2023, 1 day after the deadline")]
    public void The_distance_to_the_deadline_is_said_in_words(string expectation, int? metOnDay, int days, string words)
    {
        DateOnly? metOn = metOnDay is { } day ? new DateOnly(2023, 4, 1).AddDays(day - 1) : null;

        Assert.Equal(words, new CharterDistance(expectation, new DateOnly(2023, 4, 30), metOn, days).InWords);
    }

    [Fact]
    public async Task The_matrix_says_in_words_who_has_and_who_has_not()
    {
        Backend.Answers("GET", "/api/schools/matrix", new { items = new[] { Row() }, next = (string?)null });
        Backend.Answers(
            "GET",
            "/api/schools/matrix/summary",
            new { schools = 60, missing = new[] { new { step = "statement", schools = 43 } } }
        );
        using var lead = Portal.As(Roles.SchoolsLead);

        var page = await lead.GetStringAsync("/schools/matrix?missing=statement&phase=Secondary", Cancel);

        Assert.Contains(">17</span> of 60 have the headteachers' statement", page, StringComparison.Ordinal);
        Assert.Contains(">1 of 3<", page, StringComparison.Ordinal);
        Assert.Contains("Met, 241 days before", page, StringComparison.Ordinal);
        Assert.Contains(">4 of 5<", page, StringComparison.Ordinal);
        Assert.Contains("All 1 since 14 June 2022", page, StringComparison.Ordinal);
        Assert.Contains("/api/schools/matrix/export.csv?", page, StringComparison.Ordinal);
        Assert.Equal(2, Backend.Asked.Count(asked => asked.Query.Contains("missing=statement", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_head_sees_their_own_school_and_what_to_do_next()
    {
        Backend.Answers("GET", "/api/schools/matrix", new { items = new[] { Row(100_001) }, next = (string?)null });
        using var head = Portal.As(Roles.School, school: 100_001);

        var page = await head.GetStringAsync("/schools/my-school", Cancel);

        Assert.Contains("Sample School 100001", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/schools/statement/{Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("Hear the voices that have yet to have input", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Adopt the inclusion charter", page, StringComparison.Ordinal);
    }
}
