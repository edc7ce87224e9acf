using System.Net;
using ChildQ.Schools.Disproportionality;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.PoliceVisits;

/// <summary>What is published of the register stays as it is, and nothing of a child comes out of comparing one publication with another.</summary>
public sealed class PublicationTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Visits = "/api/schools/police-visits";
    private const string Trend = "/api/schools/disproportionality/trend?classification=ethnicGroup&measure=searched";
    private static readonly DateOnly March = new(2022, 3, 10);

    public async ValueTask InitializeAsync()
    {
        GoTo(new(2022, 6, 14));
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in new[] { 100_001, 100_002, 100_003 })
        {
            await lead.SendJsonAsync("/api/schools/schools", A.School(urn)).ReadAsync<SchoolView>(HttpStatusCode.Created);
        }
    }

    public ValueTask DisposeAsync()
    {
        GoTo(new(2022, 6, 14));
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_school_year_is_published_on_1_October_after_it_and_not_before()
    {
        using var anyone = host.Anonymous();
        await SearchAsync(100_001, March, 6);
        GoTo(new(2022, 9, 30));

        var early = await anyone.GetAsync($"{Visits}/counts?year=2021").ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var before = await anyone.GetAsync<VisitCountsView>($"{Visits}/counts");
        GoTo(new(2022, 10, 1));
        var after = await anyone.GetAsync<VisitCountsView>($"{Visits}/counts");

        Assert.Equal("counts/not-published", early);
        Assert.Equal(("2020/21", 0), (before.Year, before.Visits.Sum(v => v.Visits)));
        Assert.Equal(("2021/22", new DateOnly(2022, 10, 1)), (after.Year, after.PublishedOn));
        Assert.Equal(1, after.Visits.Single(v => v.Part == "Spring").Visits);
        Assert.Equal(6, after.ByTerm.Totals.Total.Value);
    }

    [Fact]
    public async Task Nothing_recorded_or_corrected_after_publication_changes_a_byte_of_it()
    {
        using var anyone = host.Anonymous();
        using var oversight = host.As(Roles.Oversight);
        await SearchAsync(100_001, March, 7);
        await SearchAsync(100_002, March, 7, A.Search() with { EthnicGroup = EthnicGroup.Irish });
        GoTo(new(2022, 10, 1));
        var (published, trend) = (await anyone.GetStringAsync($"{Visits}/counts?year=2021"), await oversight.GetStringAsync(Trend));

        GoTo(new(2022, 10, 2));
        await SearchAsync(100_001, March, 1);
        await CorrectAsync(100_002, A.Search() with { EthnicGroup = EthnicGroup.Caribbean });

        Assert.Equal(published, await anyone.GetStringAsync($"{Visits}/counts?year=2021"));
        Assert.Equal(trend, await oversight.GetStringAsync(Trend));
        GoTo(new(2023, 10, 1));
        Assert.Equal(published, await anyone.GetStringAsync($"{Visits}/counts?year=2021"));
        Assert.Equal(trend, await oversight.GetStringAsync($"{Trend}&asAt=2023-09-30"));
        Assert.Equal("[]", await oversight.GetStringAsync($"{Trend}&asAt=2022-09-30"));
    }

    [Fact]
    public async Task What_is_recorded_late_is_counted_in_the_next_publication_and_suppressed_there_by_itself()
    {
        using var anyone = host.Anonymous();
        await SearchAsync(100_001, March, 10);
        GoTo(new(2022, 10, 2));
        await SearchAsync(100_002, March, 2);
        await SearchAsync(100_001, new DateOnly(2022, 9, 20), 10);
        GoTo(new(2023, 10, 1));

        var (first, second) = (
            await anyone.GetAsync<VisitCountsView>($"{Visits}/counts?year=2021"),
            await anyone.GetAsync<VisitCountsView>($"{Visits}/counts?year=2022")
        );

        Assert.Equal(10, first.ByTerm.Totals.Total.Value);
        Assert.Equal([1, 0, 0, 1], second.Visits.Select(v => v.Visits));
        // Two late ones: neither they, nor the whole from which the autumn's ten could be taken away.
        var totals = second.ByTerm.Totals;
        Assert.True(totals.Cells[^1].IsSuppressed);
        Assert.True(totals.Total.IsSuppressed || totals.Cells[0].IsSuppressed);
        Assert.True(second.ByEthnicGroup.Totals.Total.IsSuppressed == totals.Total.IsSuppressed);
    }

    [Fact]
    public async Task A_school_that_knows_its_own_searches_cannot_take_them_away_from_the_boroughs()
    {
        using var anyone = host.Anonymous();
        await SearchAsync(100_001, March, 20);
        await SearchAsync(100_002, March, 3);
        GoTo(new(2022, 10, 1));

        var counts = await anyone.GetAsync<VisitCountsView>($"{Visits}/counts");

        Assert.True(counts.ByTerm.Totals.Total.IsSuppressed);
        Assert.True(counts.ByEthnicGroup["Strip search exposing intimate parts", "Black"].IsSuppressed);
    }

    [Fact]
    public async Task Searches_by_group_are_counted_against_the_population_register_in_years_and_terms()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var oversight = host.As(Roles.Oversight);
        await LoadPupilsAsync(lead, 100_001, 100_002);
        foreach (var urn in new[] { 100_001, 100_002 })
        {
            await SearchAsync(urn, March, 10);
            await SearchAsync(urn, March, 5, A.Search() with { EthnicGroup = EthnicGroup.Irish });
        }

        GoTo(new(2022, 10, 1));
        var missing = Assert.Single(await oversight.GetAsync<IReadOnlyList<PeriodRates>>(Trend));
        await CloseAsync(lead, 100_003, new DateOnly(2022, 9, 1));
        var without = Assert.Single(await oversight.GetAsync<IReadOnlyList<PeriodRates>>(Trend));

        // The third school's pupils were not known when the year was published, and what is published stays.
        Assert.Equal((1, 1), (missing.SchoolsWithoutPupils, without.SchoolsWithoutPupils));
        Assert.All(missing.Groups, g => Assert.True(g.RatePer100 is null && g.Index is null && g.Pupils.IsSuppressed));
        Assert.Equal(20, missing.Groups.Single(g => g.Group == "Black").Affected.Value);
    }

    [Fact]
    public async Task With_every_schools_pupils_known_there_are_rates_and_an_index_with_the_interval_of_events()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var oversight = host.As(Roles.Oversight);
        await LoadPupilsAsync(lead, 100_001, 100_002, 100_003);
        foreach (var urn in new[] { 100_001, 100_002 })
        {
            await SearchAsync(urn, March, 10);
            await SearchAsync(urn, March, 5, A.Search() with { EthnicGroup = EthnicGroup.Irish });
        }

        GoTo(new(2022, 10, 1));
        var year = Assert.Single(await oversight.GetAsync<IReadOnlyList<PeriodRates>>(Trend));
        var terms = await oversight.GetAsync<IReadOnlyList<PeriodRates>>($"{Trend}&terms=true");

        var black = year.Groups.Single(g => g.Group == "Black");
        var expected = RelativeRate.OfEvents(20, 300, 10, 300)!;
        Assert.Equal((300, 20, 6.7m, 2.0), (black.Pupils.Value, black.Affected.Value, black.RatePer100, black.Index));
        Assert.Equal((Math.Round(expected.Low!.Value, 2), Math.Round(expected.High!.Value, 2)), (black.Low!.Value, black.High!.Value));
        Assert.Equal(["Autumn term 2021/22", "Spring term 2021/22", "Summer term 2021/22"], terms.Select(t => t.Period));
        Assert.Equal(20, terms[1].Groups.Single(g => g.Group == "Black").Affected.Value);
        Assert.Contains("searched", await oversight.GetStringAsync("/api/schools/disproportionality/export.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_reads_its_own_searches_by_group_and_not_another_schools()
    {
        using var own = host.As(Roles.School, school: 100_001);
        await SearchAsync(100_001, March, 12);
        await SearchAsync(100_002, March, 12);
        GoTo(new(2022, 10, 1));

        var seen = Assert.Single(await own.GetAsync<IReadOnlyList<PeriodRates>>($"{Trend}&school=100001"));
        var other = await own.GetAsync($"{Trend}&school=100002").ProblemTypeAsync(HttpStatusCode.NotFound);

        Assert.Equal(12, seen.Groups.Single(g => g.Group == "Black").Affected.Value);
        Assert.Equal("not-found", other);
    }

    private void GoTo(DateOnly day) => host.Clock.AdjustTime(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));

    private async Task SearchAsync(int urn, DateOnly on, int times, SearchText? search = null)
    {
        using var school = host.As(Roles.School, school: urn);
        var visit = (
            await school.SendJsonAsync(Visits, new NewVisit(null, A.Visit() with { On = on })).ReadAsync<VisitView>(HttpStatusCode.Created)
        ).Id;
        for (var i = 0; i < times; i++)
        {
            await school.SendJsonAsync($"{Visits}/{visit}/searches", search ?? A.Search()).ReadAsync<SearchView>(HttpStatusCode.Created);
        }
    }

    private async Task CorrectAsync(int urn, SearchText search)
    {
        using var school = host.As(Roles.School, school: urn);
        var line = Assert.Single(await school.ListAsync<VisitLine>(Visits));
        var before = (await school.GetAsync<VisitView>($"{Visits}/{line.Id}")).Searches[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Visits}/{line.Id}/searches/{before.Id}/corrections");
        request.Content = System.Net.Http.Json.JsonContent.Create(new SearchCorrection(search, "Mistaken."), options: Json.Options);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{before.Version}\"");
        await school.SendAsync(request).ReadAsync<SearchView>();
    }

    private static async Task LoadPupilsAsync(HttpClient lead, params int[] urns)
    {
        var rows = urns.Select(u => $"{u},2022-01-20,ethnic group,caribbean,100\n{u},2022-01-20,ethnic group,irish,100\n");
        await lead.ImportAsync("population", $"urn,on,dimension,group,pupils\n{string.Concat(rows)}").ReadAsync<ImportReport>();
    }

    private static async Task CloseAsync(HttpClient lead, int urn, DateOnly on)
    {
        var school = Assert.Single(await lead.ListAsync<SchoolView>($"/api/schools/schools?q={urn}"));
        var text = A.School(urn).Closed() with { ClosedOn = on };
        await lead.PutAsync($"/api/schools/schools/{school.Id}", text).ReadAsync<SchoolView>();
    }
}
