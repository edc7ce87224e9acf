using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Tests;

/// <summary>The council's real registers of June 2022: they load, load again without a change, and go out as they came in.</summary>
public sealed class June2022Tests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    [Fact]
    public async Task Every_register_loads_without_a_problem_and_a_second_time_changes_nothing()
    {
        await host.ResetAsync();

        var first = await June2022.LoadAsync(host);
        var second = await June2022.LoadAsync(host);

        Assert.All(first.Values, r => Assert.Equal((r.Rows, 0, 0, 0), (r.Created, r.Updated, r.Unchanged, r.Problems.Count)));
        Assert.Equal([16, 17, 14, 14], June2022.Registers.Select(r => first[r].Rows));
        Assert.All(second.Values, r => Assert.Equal((0, 0, r.Rows, 0), (r.Created, r.Updated, r.Unchanged, r.Problems.Count)));
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing()
    {
        await host.ResetAsync();
        using var loader = host.Loader();

        var report = await loader.LoadAsync("activities", June2022.Csv("activities"), dryRun: true);

        Assert.Equal((true, 16), (report.DryRun, report.Created));
        Assert.Equal(0, await host.InScopeAsync(db => db.Activities.CountAsync()));
        Assert.Equal(0, await host.InScopeAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task What_is_exported_fills_an_empty_service_with_the_same()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var lead = host.Lead();
        await lead.MakeAsync<InsightView>("/insights", A.Insight(themes: "ENG-THE-001"));
        var exported = await ExportAsync(lead);

        await host.ResetAsync();
        foreach (var register in June2022.Registers)
        {
            await lead.LoadAsync(register, exported[register]);
        }

        Assert.Equal(exported, await ExportAsync(lead));
        using var anyone = host.Anonymous();
        Assert.DoesNotContain(await anyone.ListAsync<InsightView>("/insights"), i => i.QuoteConsent == false);
    }

    [Fact]
    public async Task Everyone_reads_the_reports_own_words_as_at_its_date_and_not_before()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var anyone = host.Anonymous();

        Assert.Equal(14, (await anyone.ListAsync<InsightView>("/insights?asAt=2022-06-13")).Count);
        Assert.Empty(await anyone.ListAsync<InsightView>("/insights?asAt=2022-06-12"));
        Assert.Equal("ENG-ACT-013", Assert.Single(await anyone.ListAsync<ActivityView>("/activities?asAt=2022-05-09")).Reference);
        Assert.Equal(13, (await anyone.ListAsync<ActivityView>("/activities?status=held")).Count);
        Assert.Equal("ENG-ACT-014", Assert.Single(await anyone.ListAsync<ActivityView>("/activities?kind=safeSpace")).Reference);
    }

    [Fact]
    public async Task Trust_in_policing_is_the_theme_with_enough_evidence_to_be_counted_in_public()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var anyone = host.Anonymous();

        var themes = await anyone.ListAsync<ThemeView>("/themes");

        var counted = Assert.Single(themes, t => t.Insights?.Value > 0);
        Assert.Equal(("ENG-THE-001", 5), (counted.Reference, counted.Insights!.Value.Value));
        Assert.True(themes.Single(t => t.Reference == "ENG-THE-010").Insights!.Value.IsSuppressed);
        Assert.All(await anyone.ListAsync<ThemeView>("/themes?asAt=2022-06-13"), t => Assert.Null(t.Insights));
    }

    private static async Task<Dictionary<string, string>> ExportAsync(HttpClient client)
    {
        var exported = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var register in June2022.Registers)
        {
            exported[register] = await (await client.SeeAsync($"/{register}/export.csv")).Content.ReadAsStringAsync();
        }

        return exported;
    }
}
