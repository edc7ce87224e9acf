using System.Net;
using ChildQ.Schools.Disproportionality;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.Disproportionality;

public sealed class DisproportionalityTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Path = "/api/schools/disproportionality";

    private const string Header = "school_year,term,urn,classification,group,pupils,suspended,excluded\n";

    private const string Borough =
        Header
        + "2020,,,ethnic group,Black,1000,100,10\n2020,,,ethnic group,White,2000,80,8\n2020,,,ethnic group,Asian,1500,45,6\n"
        + "2021,,,ethnic group,Black,1000,90,10\n2021,,,ethnic group,White,2000,90,8\n2021,,,ethnic group,Asian,1500,45,6\n"
        + "2021,spring,100001,sex,Female,400,3,0\n2021,spring,100001,sex,Male,380,7,0\n";

    public async ValueTask InitializeAsync()
    {
        host.Clock.AdjustTime(new DateTimeOffset(2022, 6, 14, 9, 0, 0, TimeSpan.Zero));
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        await lead.SendJsonAsync("/api/schools/schools", A.School(100_001)).ReadAsync<SchoolView>(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_file_is_loaded_whole_and_loading_it_again_changes_nothing()
    {
        using var lead = host.As(Roles.SchoolsLead);

        var first = await lead.ImportAsync("disproportionality", Borough).ReadAsync<ImportReport>();
        var second = await lead.ImportAsync("disproportionality", Borough).ReadAsync<ImportReport>();

        Assert.Equal((8, 0), (first.Created, first.Unchanged));
        Assert.Equal((0, 0, 8), (second.Created, second.Updated, second.Unchanged));
    }

    [Fact]
    public async Task A_file_with_anything_wrong_is_refused_by_line()
    {
        using var lead = host.As(Roles.SchoolsLead);
        const string Wrong =
            Header
            + "2021,,,sex,Purple,10,1,0\n2021,,,sex,Male,10,11,0\n2021,,999999,sex,Male,10,1,0\n2021,,,sex,Female,9,1,0\n2021,,,sex,Female,9,1,0\n";

        var refused = await lead.ImportAsync("disproportionality", Wrong)
            .ReadAsync<System.Text.Json.JsonElement>(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            [(2, "group"), (3, "suspended"), (4, "urn"), (6, "group")],
            refused
                .GetProperty("problems")
                .EnumerateArray()
                .Select(p => (p.GetProperty("line").GetInt32(), p.GetProperty("column").GetString()))
                .Distinct()
        );
        Assert.Empty(await lead.GetAsync<IReadOnlyList<PeriodRates>>($"{Path}?year=2021"));
    }

    [Fact]
    public async Task The_trend_shows_rates_and_indexes_year_by_year()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("disproportionality", Borough).ReadAsync<ImportReport>();
        using var oversight = host.As(Roles.Oversight);

        var trend = await oversight.GetAsync<IReadOnlyList<PeriodRates>>($"{Path}/trend?classification=ethnicGroup&measure=suspended");

        Assert.Equal(["2020/21", "2021/22"], trend.Select(t => t.Period));
        var black = trend.Select(t => t.Groups.Single(g => g.Group == "Black")).ToList();
        Assert.Equal([10m, 9m], black.Select(g => g.RatePer100!.Value));
        Assert.Equal([2.5, 2.0], black.Select(g => g.Index!.Value));
        Assert.All(black, g => Assert.True(g.Low < g.Index && g.Index < g.High));
        Assert.Contains("2.5", await oversight.GetStringAsync($"{Path}/export.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schools_own_figures_are_for_itself_and_the_schools_lead_and_suppressed_for_both()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("disproportionality", Borough).ReadAsync<ImportReport>();
        using var school = host.As(Roles.School, school: 100_001);
        using var other = host.As(Roles.School, school: 100_002);
        using var oversight = host.As(Roles.Oversight);
        const string Own = $"{Path}?year=2021&term=spring&school=100001";

        foreach (var reader in new[] { school, lead })
        {
            var suspended = (await reader.GetAsync<IReadOnlyList<PeriodRates>>(Own)).Single(r => r.Measure == Measure.Suspended);
            Assert.Equal("Spring term 2021/22", suspended.Period);
            Assert.All(suspended.Groups, g => Assert.True(g.Affected.IsSuppressed && g.RatePer100 is null && g.Index is null));
        }

        foreach (var stranger in new[] { other, oversight })
        {
            foreach (
                var path in new[]
                {
                    Own,
                    $"{Path}/trend?classification=sex&measure=suspended&school=100001",
                    $"{Path}/export.csv?school=100001",
                }
            )
            {
                Assert.Equal("not-found", await stranger.GetAsync(path).ProblemTypeAsync(HttpStatusCode.NotFound));
            }
        }
    }

    [Fact]
    public async Task A_correction_is_shown_from_its_day_where_it_changes_nothing_by_a_few_and_an_earlier_date_shows_what_was_shown_then()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("disproportionality", Borough).ReadAsync<ImportReport>();

        async Task<int?> ShownAfterAsync(int suspended)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await lead.ImportAsync("disproportionality", $"{Header}2021,,,ethnic group,Black,1000,{suspended},10\n")
                .ReadAsync<ImportReport>();
            return await BlackAsync(lead);
        }

        // 90 at first. One more pupil would be found by subtraction; ten more would not; and then three fewer would again.
        Assert.Equal(90, await ShownAfterAsync(91));
        Assert.Equal(100, await ShownAfterAsync(100));
        Assert.Equal(100, await ShownAfterAsync(97));
        Assert.Equal(90, await BlackAsync(lead, "&asAt=2022-06-15"));
        Assert.Equal(100, await BlackAsync(lead, "&asAt=2022-06-16"));
        Assert.Null(await BlackAsync(lead, "&asAt=2022-06-13"));
    }

    [Fact]
    public async Task A_schools_number_is_hidden_where_the_boroughs_would_show_of_few_pupils_elsewhere()
    {
        using var lead = host.As(Roles.SchoolsLead);
        const string Both =
            Header
            + "2021,,,sex,Female,4000,60,20\n2021,,,sex,Male,4000,90,20\n2021,,100001,sex,Female,400,57,10\n2021,,100001,sex,Male,400,30,10\n";
        await lead.ImportAsync("disproportionality", Both).ReadAsync<ImportReport>();

        var own = (await lead.GetAsync<IReadOnlyList<PeriodRates>>($"{Path}?year=2021&school=100001")).Single(r =>
            r.Measure == Measure.Suspended
        );

        // 60 - 57 = 3 girls of all other schools.
        Assert.True(own.Groups.Single(g => g.Group == "Female").Affected.IsSuppressed);
    }

    private static async Task<int?> BlackAsync(HttpClient reader, string asAt = "") =>
        (await reader.GetAsync<IReadOnlyList<PeriodRates>>($"{Path}?year=2021{asAt}"))
            .FirstOrDefault(r => r.Measure == Measure.Suspended)
            ?.Groups.Single(g => g.Group == "Black")
            .Affected.Value;

    [Fact]
    public async Task Police_see_none_of_it()
    {
        foreach (var police in Roles.Police)
        {
            using var caller = host.As([police, Roles.SchoolsLead]);
            using var answer = await caller.GetAsync($"{Path}?year=2021");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
