using System.Net;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Voice;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.Voice;

public sealed class VoiceTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Listenings = "/api/schools/voice/listenings";
    private const string Representation = "/api/schools/voice/representation";
    private const int Own = 100_001;
    private const int Other = 100_002;

    private const string Population = """
        urn,on,dimension,group,pupils
        100001,2022-01-20,ethnic group,Caribbean,100
        100001,2022-01-20,ethnic group,African,60
        100001,2022-01-20,ethnic group,Irish,40
        100001,2022-01-20,sex,female,120
        100001,2022-01-20,sex,male,80

        """;

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in new[] { Own, Other })
        {
            using var made = await lead.SendJsonAsync("/api/schools/schools", A.School(urn));
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_school_records_what_it_heard_and_what_it_did_and_unanswered_views_age_in_view()
    {
        using var school = host.As(Roles.School, Own);
        var heard = await RecordAsync(school, A.Listening() with { On = new(2022, 6, 4) });

        var waiting = Assert.Single(await school.ListAsync<JsonElement>($"{Listenings}?unanswered=true"));
        await school
            .SendJsonAsync($"{Listenings}/{heard.GetProperty("id")}/answers", new AnswerText("The rules were rewritten.", null))
            .ReadAsync<JsonElement>();

        Assert.Equal(10, waiting.GetProperty("unansweredDays").GetInt32());
        Assert.Empty(await school.ListAsync<JsonElement>($"{Listenings}?unanswered=true"));
        var answered = Assert.Single(await school.ListAsync<JsonElement>($"{Listenings}?unanswered=false"));
        Assert.Equal("2022-06-14", answered.GetProperty("answers")[0].GetProperty("on").GetString());
        Assert.Empty(await school.ListAsync<JsonElement>($"{Listenings}?asAt=2022-06-13"));
    }

    [Fact]
    public async Task What_looks_like_personal_data_is_asked_about_before_it_is_kept()
    {
        using var school = host.As(Roles.School, Own);
        var text = A.Listening() with { Said = "Write to pupil@school.example about it." };

        var refused = await school.SendJsonAsync(Listenings, text).ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var heard = await RecordAsync(school, text with { Confirmed = true });
        var answer = await school
            .SendJsonAsync($"{Listenings}/{heard.GetProperty("id")}/answers", new AnswerText("Rang 020 7946 0123.", null))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("screening/likely-personal-data", refused);
        Assert.Equal("screening/likely-personal-data", answer);
    }

    [Fact]
    public async Task What_is_said_goes_no_further_than_its_sharing_level_and_never_to_police()
    {
        using var school = host.As(Roles.School, Own);
        foreach (var level in Enum.GetValues<SharingLevel>())
        {
            await RecordAsync(school, A.Listening() with { Sharing = level });
        }

        Assert.Equal(4, (await school.ListAsync<JsonElement>(Listenings)).Count);
        Assert.Equal(["councilOnly", "partners", "public"], await LevelsAsync(host.As(Roles.SchoolsLead)));
        Assert.Equal(["partners", "public"], await LevelsAsync(host.As(Roles.Oversight)));
        Assert.Equal(["partners", "public"], await LevelsAsync(host.As(Roles.Councillor)));
        foreach (var role in Roles.Police)
        {
            using var police = host.As([role, Roles.SchoolsLead]);
            foreach (var path in new[] { Listenings, Representation, $"{Representation}/{Own}" })
            {
                using var answer = await police.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Nobody_answers_views_they_may_not_read()
    {
        using var school = host.As(Roles.School, Own);
        using var lead = host.As(Roles.SchoolsLead);
        var safe = await RecordAsync(school, A.Listening() with { Sharing = SharingLevel.SafeSpace });

        Assert.Equal(
            "not-found",
            await lead.SendJsonAsync($"{Listenings}/{safe.GetProperty("id")}/answers", new AnswerText("Done.", null))
                .ProblemTypeAsync(HttpStatusCode.NotFound)
        );
    }

    [Fact]
    public async Task Who_has_not_been_heard_stands_beside_who_has()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, Own);
        var loaded = await lead.ImportAsync("population", Population).ReadAsync<ImportReport>();
        var again = await lead.ImportAsync("population", Population).ReadAsync<ImportReport>();
        await RecordAsync(
            school,
            A.Listening() with
            {
                TookPart = 50,
                Groups = [new(Dimension.EthnicGroup, "african", 40), new(Dimension.EthnicGroup, "irish", 10)],
            }
        );

        var heard = await school.GetAsync<JsonElement>($"{Representation}/{Own}");
        var rows = await lead.ListAsync<JsonElement>(Representation);

        Assert.Equal((5, 0, 5), (loaded.Created, loaded.Unchanged, again.Unchanged));
        var groups = GroupsOf(heard, "ethnicGroup");
        Assert.Equal((0, "notHeard"), groups["caribbean"]);
        Assert.Equal((40, "heard"), groups["african"]);
        Assert.Equal((10, "heard"), groups["irish"]);
        Assert.Equal((0, "noneOnRoll"), groups["roma"]);
        Assert.Equal([Own, Other], rows.Select(r => r.GetProperty("urn").GetInt32()));
        Assert.Contains("EthnicGroup: caribbean", rows[0].GetProperty("notHeard").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal(
            ["EthnicGroup: african", "EthnicGroup: irish"],
            rows[0]
                .GetProperty("heard")
                .EnumerateArray()
                .Select(g => g.GetString())
                .Where(g => g!.StartsWith("Ethnic", StringComparison.Ordinal))
        );
        Assert.Equal(0, rows[1].GetProperty("listenings").GetInt32());
    }

    [Fact]
    public async Task The_list_of_schools_comes_in_pages_and_by_whether_they_heard_anybody()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, Own);
        await RecordAsync(school, A.Listening());

        var first = await lead.GetAsync<Page<JsonElement>>($"{Representation}?take=1");
        var second = await lead.GetAsync<Page<JsonElement>>($"{Representation}?take=1&after={Uri.EscapeDataString(first.Next!)}");
        var silent = await lead.ListAsync<JsonElement>($"{Representation}?silent=true");
        var not = await lead.ListAsync<JsonElement>($"{Representation}?silent=false");

        static int Urn(JsonElement row) => row.GetProperty("urn").GetInt32();
        Assert.Equal((Own, Other), (Urn(Assert.Single(first.Items)), Urn(Assert.Single(second.Items))));
        Assert.Null(second.Next);
        Assert.Equal((Other, Own), (Urn(Assert.Single(silent)), Urn(Assert.Single(not))));
        Assert.Contains($"{Other}", await lead.GetStringAsync($"{Representation}/export.csv?silent=true"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Own}", await lead.GetStringAsync($"{Representation}/export.csv?silent=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_views_holds_what_its_reader_may_read_with_numbers_suppressed()
    {
        using var school = host.As(Roles.School, Own);
        using var councillor = host.As(Roles.Councillor);
        await RecordAsync(school, A.Listening() with { Said = "For partners to read.", TookPart = 3 });
        await RecordAsync(school, A.Listening() with { Said = "For those in the room.", Sharing = SharingLevel.SafeSpace });

        var (own, others) = (
            await school.GetStringAsync($"{Listenings}/export.csv?whose=Child"),
            await councillor.GetStringAsync($"{Listenings}/export.csv")
        );

        Assert.Contains("For those in the room.", own, StringComparison.Ordinal);
        Assert.Contains("For partners to read.", others, StringComparison.Ordinal);
        Assert.Contains(",[c],", others, StringComparison.Ordinal);
        Assert.DoesNotContain("For those in the room.", others, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Born 3 May 2007.")]
    [InlineData("UPN B801200005001.")]
    public async Task A_date_of_birth_and_a_pupil_number_are_not_kept_even_where_their_writer_confirms(string said)
    {
        using var school = host.As(Roles.School, Own);

        var refused = await school
            .SendJsonAsync(Listenings, A.Listening() with { Said = said, Confirmed = true })
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("screening/never-kept", refused);
    }

    [Fact]
    public async Task Small_numbers_are_suppressed_and_small_groups_are_not_named()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, Own);
        await lead.ImportAsync("population", Population).ReadAsync<ImportReport>();
        var one = await RecordAsync(
            school,
            A.Listening() with
            {
                How = Way.OneToOne,
                TookPart = 1,
                Groups = [new(Dimension.EthnicGroup, "caribbean", 1)],
            }
        );

        var groups = GroupsOf(await school.GetAsync<JsonElement>($"{Representation}/{Own}"), "ethnicGroup");

        Assert.True(one.GetProperty("tookPart").GetProperty("suppressed").GetBoolean());
        Assert.Equal(0, one.GetProperty("groups").GetArrayLength());
        Assert.Null(groups["caribbean"].Heard);
        Assert.Null(groups["african"].Heard);
    }

    [Fact]
    public async Task What_is_restricted_stands_in_the_leads_count_and_in_no_councillors()
    {
        using var school = host.As(Roles.School, Own);
        await RecordAsync(school, A.Listening() with { Sharing = SharingLevel.SafeSpace });
        using var lead = host.As(Roles.SchoolsLead);
        using var councillor = host.As(Roles.Councillor);

        var counted = await lead.GetAsync<JsonElement>($"{Representation}/{Own}");
        var notCounted = await councillor.GetAsync<JsonElement>($"{Representation}/{Own}");

        Assert.Equal((1, 0), (counted.GetProperty("listenings").GetInt32(), notCounted.GetProperty("listenings").GetInt32()));
        Assert.Equal(0, GroupsOf(notCounted, "yearGroup")["notKnown"].Heard);
    }

    [Fact]
    public async Task A_correction_of_the_population_is_appended_and_every_problem_is_named_by_line()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("population", Population).ReadAsync<ImportReport>();
        host.Clock.Advance(TimeSpan.FromDays(1));

        var changed = await lead.ImportAsync("population", Population.Replace("Irish,40", "Irish,41", StringComparison.Ordinal))
            .ReadAsync<ImportReport>();
        var problem = await lead.ImportAsync(
                "population",
                "urn,on,dimension,group,pupils\n999999,2022-01-20,sex,female,1\n100001,2022-01-20,sex,Year 7,1\n100001,2023-01-20,sex,male,1\n100001,2022-01-20,sex,male,-1\n"
            )
            .ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);

        var before = GroupsOf(await lead.GetAsync<JsonElement>($"{Representation}/{Own}?asAt=2022-06-14"), "ethnicGroup", "pupils");
        var after = GroupsOf(await lead.GetAsync<JsonElement>($"{Representation}/{Own}"), "ethnicGroup", "pupils");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-1));
        Assert.Equal((1, 4), (changed.Updated, changed.Unchanged));
        Assert.Equal((40, 41), (before["irish"].Heard, after["irish"].Heard));
        Assert.Equal(
            ["2 urn", "3 group", "4 on", "5 pupils"],
            problem
                .GetProperty("problems")
                .EnumerateArray()
                .Select(p => $"{p.GetProperty("line").GetInt32()} {p.GetProperty("column").GetString()}")
        );
    }

    [Fact]
    public async Task What_was_withdrawn_no_longer_counts_and_is_still_known_as_it_was()
    {
        using var school = host.As(Roles.School, Own);
        var heard = await RecordAsync(school, A.Listening());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await school
            .SendJsonAsync($"{Listenings}/{heard.GetProperty("id")}/withdrawal", new Withdrawal("Recorded twice."))
            .ReadAsync<JsonElement>();

        var before = await school.GetAsync<JsonElement>($"{Representation}/{Own}?asAt=2022-06-14");
        var now = await school.GetAsync<JsonElement>($"{Representation}/{Own}");

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-1));
        Assert.Equal((1, 0), (before.GetProperty("listenings").GetInt32(), now.GetProperty("listenings").GetInt32()));
    }

    private static Task<JsonElement> RecordAsync(HttpClient client, ListeningText text) =>
        client.SendJsonAsync(Listenings, text).ReadAsync<JsonElement>(HttpStatusCode.Created);

    private static async Task<IEnumerable<string?>> LevelsAsync(HttpClient client)
    {
        using (client)
        {
            var found = await client.ListAsync<JsonElement>(Listenings);
            return found.Select(l => l.GetProperty("sharing").GetString()).Order(StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, (int? Heard, string? Standing)> GroupsOf(JsonElement school, string dimension, string of = "heard") =>
        school
            .GetProperty("dimensions")
            .EnumerateArray()
            .Single(d => d.GetProperty("dimension").GetString() == dimension)
            .GetProperty("groups")
            .EnumerateArray()
            .ToDictionary(
                g => g.GetProperty("group").GetString()!,
                g =>
                    (
                        g.GetProperty(of).GetProperty("value") is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : (int?)null,
                        g.GetProperty("standing").GetString()
                    ),
                StringComparer.Ordinal
            );
}
