using System.Net;
using System.Text.Json;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Tests.PoliceVisits;

public sealed class PoliceVisitsTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Visits = "/api/schools/police-visits";
    private const string Concerns = $"{Visits}/concerns";
    private const string Pupil = "UPN B801200005001, known as Miss Sample Surname, born 3 May 2007";

    public async ValueTask InitializeAsync()
    {
        host.Clock.AdjustTime(new DateTimeOffset(2022, 6, 14, 9, 0, 0, TimeSpan.Zero));
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in new[] { 100_001, 100_002 })
        {
            await lead.SendJsonAsync("/api/schools/schools", A.School(urn)).ReadAsync<SchoolView>(HttpStatusCode.Created);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_school_records_a_visit_and_a_search_and_reads_them_back()
    {
        using var school = host.As(Roles.School, school: 100_001);

        var visit = await RecordAsync(school);
        await SearchAsync(school, visit, A.Search());

        var read = await school.GetAsync<VisitView>($"{Visits}/{visit}");
        Assert.Equal((100_001, A.Visit().Why, 2), (read.Urn, read.Details.Why, read.Details.Officers));
        var search = Assert.Single(read.Searches);
        Assert.Equal(SearchDetails.Of(A.Search()), search.Details);
        Assert.Empty(search.Missing);
        Assert.Equal(
            (1, 0),
            Assert.Single(await school.ListAsync<VisitLine>(Visits)) is var line ? (line.Searches, line.Incomplete) : default
        );
        Assert.Equal(0, await host.InScopeAsync(db => db.Concerns.CountAsync()));
    }

    [Fact]
    public async Task A_search_without_a_safeguard_raises_a_concern_at_once_and_oversight_hears_of_it_without_detail()
    {
        using var school = host.As(Roles.School, school: 100_001);
        using var lead = host.As(Roles.SafeguardingLead);
        await using var ear = await Ear<SearchConcernRaised>.OpenAsync(host);
        var visit = await RecordAsync(school);

        await SearchAsync(school, visit, A.Search() with { AppropriateAdult = Known.No, SafeguardingLead = null });

        var concern = Assert.Single(await lead.ListAsync<ConcernView>(Concerns));
        Assert.Equal((ConcernState.Raised, 100_001, false), (concern.State, concern.Urn, concern.Overdue));
        Assert.Equal([Safeguard.AppropriateAdult, Safeguard.SafeguardingLead], concern.Missing);
        var told = await Eventually.IsAsync(() => Task.FromResult(ear.Heard.ToList()), heard => heard.Count > 0, "the concern told");
        var json = JsonSerializer.Serialize(told[0], Json.Options);
        Assert.Equal(("2022-06", "CouncilOnly"), (told[0].Month, told[0].Sharing.ToString()));
        Assert.All(
            [
                "100001",
                "Sample School",
                "2022-06-13",
                "aribbean",
                "emale",
                "ear10",
                "13To15",
                visit.ToString(),
                "ntimate",
                "Drugs",
                "cannabis",
            ],
            detail => Assert.DoesNotContain(detail, json, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_concern_is_taken_up_handled_and_closed_and_its_notes_are_for_the_safeguarding_lead_alone()
    {
        using var school = host.As(Roles.School, school: 100_001);
        using var safeguarding = host.As(Roles.SafeguardingLead, subject: "handler-1");
        using var lead = host.As(Roles.SchoolsLead);
        await SearchAsync(school, await RecordAsync(school), A.Search() with { ParentInformedBefore = Known.NotKnown });
        var id = Assert.Single(await safeguarding.ListAsync<ConcernView>(Concerns)).Id;

        await safeguarding.PostAsync($"{Concerns}/{id}/taken-up", null).ReadAsync<ConcernView>();
        var withName = await safeguarding
            .SendJsonAsync($"{Concerns}/{id}/steps", new NewConcernStep("Spoke to Mrs Parent.", null))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        await safeguarding
            .SendJsonAsync($"{Concerns}/{id}/steps", new NewConcernStep("Spoke to the parent and the head.", null))
            .ReadAsync<ConcernView>();
        var closed = await safeguarding
            .SendJsonAsync($"{Concerns}/{id}/closure", new ConcernClosure(ConcernOutcome.LearningForTheSchool, "Telephone home first."))
            .ReadAsync<ConcernView>();

        Assert.Equal("screening/likely-personal-data", withName);
        Assert.Equal((ConcernState.Closed, "handler-1"), (closed.State, closed.TakenUpBy));
        Assert.Equal("Spoke to the parent and the head.", Assert.Single(closed.Steps!).Note);
        using var answer = await lead.GetAsync($"{Concerns}/{id}");
        var seen = await answer.Content.ReadAsStringAsync();
        Assert.Contains("learningForTheSchool", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("handler-1", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Spoke to", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_that_nobody_takes_up_is_overdue_after_one_working_day_and_oversight_hears_of_it_once()
    {
        using var school = host.As(Roles.School, school: 100_001);
        using var safeguarding = host.As(Roles.SafeguardingLead);
        await using var ear = await Ear<SearchConcernDelayed>.OpenAsync(host);
        await SearchAsync(school, await RecordAsync(school), A.Search() with { AppropriateAdult = Known.No });
        Assert.Empty(await safeguarding.ListAsync<ConcernView>($"{Concerns}?overdue=true"));

        host.Clock.Advance(TimeSpan.FromDays(2));

        Assert.True(Assert.Single(await safeguarding.ListAsync<ConcernView>($"{Concerns}?overdue=true")).Overdue);
        await Eventually.IsAsync(() => Task.FromResult(ear.Heard.Count), heard => heard == 1, "the delay told");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await Eventually.IsAsync(
            () => host.InScopeAsync(db => db.Concerns.SingleAsync()),
            c => c.DelayToldOn == new DateOnly(2022, 6, 16),
            "told on the first day"
        );
        Assert.Single(ear.Heard);
    }

    [Fact]
    public async Task Neither_name_nor_date_of_birth_nor_pupil_number_is_kept()
    {
        using var school = host.As(Roles.School, school: 100_001);

        var asked = await school
            .SendJsonAsync(Visits, new NewVisit(null, A.Visit() with { Why = Pupil }))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var name = await school
            .SendJsonAsync(Visits, new NewVisit(null, A.Visit() with { Note = "Spoke to Miss Sample Surname." }))
            .ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);
        var confirmed = await school
            .SendJsonAsync(Visits, new { Visit = A.Visit() with { Note = "Spoke to Miss Sample Surname." }, Confirmed = true })
            .ProblemTypeAsync(HttpStatusCode.BadRequest);
        var visit = await RecordAsync(school);
        foreach (var field in new[] { "name", "dateOfBirth", "upn", "note" })
        {
            var member = new Dictionary<string, object?> { ["kind"] = "outerClothing", [field] = "Sample Surname" };
            Assert.Equal(
                "input/not-readable",
                await school.SendJsonAsync($"{Visits}/{visit}/searches", member).ProblemTypeAsync(HttpStatusCode.BadRequest)
            );
        }

        var corrected = new VisitCorrection(A.Visit() with { Officers = 3 }, Pupil);
        var correction = await CorrectAsync(school, visit, corrected).ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ("screening/never-kept", "screening/never-kept", "screening/never-kept"),
            (asked, name.GetProperty("type").GetString(), correction)
        );
        Assert.True(name.GetProperty("errors").TryGetProperty("note", out _));
        Assert.Equal("input/not-readable", confirmed);
        var everything = await host.InScopeAsync(db => db.AuditLog.Select(e => e.After ?? "").ToListAsync());
        Assert.DoesNotContain(
            everything,
            e => e.Contains("Surname", StringComparison.Ordinal) || e.Contains("B8012", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_correction_is_appended_with_its_reason_and_an_earlier_date_shows_what_was_known_then()
    {
        using var school = host.As(Roles.School, school: 100_001);
        using var safeguarding = host.As(Roles.SafeguardingLead);
        var visit = await RecordAsync(school);
        await SearchAsync(school, visit, A.Search());
        host.Clock.Advance(TimeSpan.FromDays(1));
        var before = await school.GetAsync<VisitView>($"{Visits}/{visit}");
        var search = Assert.Single(before.Searches);

        var noReason = await CorrectAsync(school, visit, new(A.Visit() with { Officers = 3 }, null))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var after = await CorrectAsync(school, visit, new(A.Visit() with { Officers = 3 }, "A third officer waited outside."))
            .ReadAsync<VisitView>();
        var corrected = new SearchCorrection(A.Search() with { SeniorOfficer = Known.No }, "The inspector was told afterwards.");
        await ChangeAsync(school, $"{Visits}/{visit}/searches/{search.Id}/corrections", corrected, $"\"{search.Version}\"")
            .ReadAsync<SearchView>();

        Assert.Equal("input/required", noReason);
        Assert.Equal((3, 2, "A third officer waited outside."), (after.Details.Officers, after.Revision, after.Corrections[0].Reason));
        var then = await school.GetAsync<VisitView>($"{Visits}/{visit}?asAt=2022-06-14");
        Assert.Equal((2, 1), (then.Details.Officers, then.Revision));
        Assert.Empty(then.Corrections);
        Assert.Empty(Assert.Single(then.Searches).Missing);
        Assert.Equal([Safeguard.SeniorOfficer], Assert.Single(await safeguarding.ListAsync<ConcernView>(Concerns)).Missing);
        Assert.Equal("not-found", await school.GetAsync($"{Visits}/{visit}?asAt=2022-06-13").ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Empty(await school.ListAsync<VisitLine>($"{Visits}?asAt=2022-06-13"));
        Assert.Equal(2, Assert.Single(await school.ListAsync<VisitLine>($"{Visits}?asAt=2022-06-14")).Details.Officers);
    }

    [Fact]
    public async Task A_school_reads_and_keeps_nothing_of_another_whatever_id_it_guesses()
    {
        using var other = host.As(Roles.School, school: 100_002);
        using var school = host.As(Roles.School, school: 100_001);
        var visit = await RecordAsync(other);
        var search = await SearchAsync(other, visit, A.Search() with { AppropriateAdult = Known.No });

        Assert.Empty(await school.ListAsync<VisitLine>($"{Visits}?school=100002"));
        Assert.DoesNotContain("100002", await school.GetStringAsync($"{Visits}/export.csv"), StringComparison.Ordinal);
        Assert.Contains("100002", await other.GetStringAsync($"{Visits}/export.csv"), StringComparison.Ordinal);
        var guesses = new[]
        {
            school.GetAsync($"{Visits}/{visit}"),
            school.SendJsonAsync(Visits, new NewVisit(100_002, A.Visit())),
            school.SendJsonAsync($"{Visits}/{visit}/searches", A.Search()),
            ChangeAsync(school, $"{Visits}/{visit}/corrections", new VisitCorrection(A.Visit(), "Guessed."), "\"1\""),
            ChangeAsync(
                school,
                $"{Visits}/{visit}/searches/{search.Id}/corrections",
                new SearchCorrection(A.Search(), "Guessed."),
                "\"1\""
            ),
        };
        foreach (var guess in guesses)
        {
            Assert.Equal("not-found", await guess.ProblemTypeAsync(HttpStatusCode.NotFound));
        }

        // Nor by its own visit's address.
        var own = await RecordAsync(school);
        var crossed = new SearchCorrection(A.Search(), "Guessed.");
        Assert.Equal(
            "not-found",
            await ChangeAsync(school, $"{Visits}/{own}/searches/{search.Id}/corrections", crossed, $"\"{search.Version}\"")
                .ProblemTypeAsync(HttpStatusCode.NotFound)
        );
    }

    [Fact]
    public async Task Police_see_nothing_of_the_register_whatever_else_they_hold()
    {
        foreach (var police in Roles.Police)
        {
            using var caller = host.As([police, Roles.SchoolsLead, Roles.SafeguardingLead, Roles.School], school: 100_001);
            foreach (var path in new[] { Visits, $"{Visits}/export.csv", Concerns, $"{Visits}/{Guid.NewGuid()}" })
            {
                using var answer = await caller.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
    }

    private static async Task<Guid> RecordAsync(HttpClient school, VisitText? visit = null) =>
        (await school.SendJsonAsync(Visits, new NewVisit(null, visit ?? A.Visit())).ReadAsync<VisitView>(HttpStatusCode.Created)).Id;

    private static Task<SearchView> SearchAsync(HttpClient school, Guid visit, SearchText search) =>
        school.SendJsonAsync($"{Visits}/{visit}/searches", search).ReadAsync<SearchView>(HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> CorrectAsync(HttpClient school, Guid visit, VisitCorrection correction) =>
        await ChangeAsync(school, $"{Visits}/{visit}/corrections", correction, await school.ETagAsync($"{Visits}/{visit}"));

    private static async Task<HttpResponseMessage> ChangeAsync<T>(HttpClient client, string path, T body, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = System.Net.Http.Json.JsonContent.Create(body, options: Json.Options);
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await client.SendAsync(request);
    }
}
