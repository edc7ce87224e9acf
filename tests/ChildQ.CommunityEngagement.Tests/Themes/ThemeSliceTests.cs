using System.Net;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Tests.Themes;

public sealed class ThemeSliceTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    private const string Header = "reference,parent,title,description,known_on,source_section\n";

    [Fact]
    public async Task The_frame_has_no_circle()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var top = await host.ThemeAsync("ENG-THE-1");
        await host.ThemeAsync("ENG-THE-2", "ENG-THE-1");
        await host.ThemeAsync("ENG-THE-3", "ENG-THE-2");

        Assert.Equal(
            "theme/circle",
            await lead.ActAsync(HttpMethod.Put, $"/themes/{top.Id}", A.Theme(parent: "ENG-THE-3"))
                .ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal(
            "reference/unknown",
            await lead.PostAsync("/themes", A.Theme(parent: "ENG-THE-9")).ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
        var problems = await lead.RefusedAsync(
            "themes",
            $"{Header}ENG-THE-1,ENG-THE-4,One,,,\nENG-THE-4,ENG-THE-3,Four,,,\nENG-THE-5,ENG-THE-9,Five,,,\n"
        );
        Assert.Equal([(2, "parent"), (3, "parent"), (4, "parent")], problems.Select(p => (p.Line, p.Column)));
        Assert.Equal("ENG-THE-2", Assert.Single(await lead.ListAsync<ThemeView>("/themes?parent=ENG-THE-1")).Reference);
    }

    [Fact]
    public async Task Two_who_each_make_half_of_a_circle_do_not_make_one()
    {
        await host.ResetAsync();
        var (one, two) = (await host.ThemeAsync("ENG-THE-1"), await host.ThemeAsync("ENG-THE-2"));

        await host.InScopeAsync(async first =>
        {
            var mine = await first.Themes.SingleAsync(t => t.Id == one.Id);
            mine.Correct(A.Theme(parent: "ENG-THE-2")).Holds();
            await host.InScopeAsync(async second =>
            {
                (await second.Themes.SingleAsync(t => t.Id == two.Id)).Correct(A.Theme(parent: "ENG-THE-1")).Holds();
                return await second.SaveChangesAsync();
            });
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
            return 0;
        });

        using var anyone = host.Anonymous();
        Assert.Equal([null, "ENG-THE-1"], (await anyone.ListAsync<ThemeView>("/themes")).Select(t => t.Parent));
    }

    [Fact]
    public async Task A_count_below_the_threshold_is_suppressed_and_a_zero_is_shown()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        using var anyone = host.Anonymous();
        var (few, none) = (await host.ThemeAsync("ENG-THE-1"), await host.ThemeAsync("ENG-THE-2"));
        for (var n = 1; n <= 6; n++)
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(themes: few.Reference) with { QuoteConsent = true });
            int? shown = n < 5 ? null : n;
            Assert.Equal(shown, (await anyone.ReadAsync<ThemeView>($"/themes/{few.Id}")).Insights!.Value.Value);
            Assert.Equal(shown, (await lead.ReadAsync<ThemeView>($"/themes/{few.Id}")).Insights!.Value.Value);
        }

        Assert.Equal(0, (await anyone.ReadAsync<ThemeView>($"/themes/{none.Id}")).Insights!.Value.Value);
    }

    [Fact]
    public async Task Insights_said_at_once_are_all_in_the_evidence_told()
    {
        await host.ResetAsync();
        var theme = await host.ThemeAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(async _ =>
                {
                    using var lead = host.Lead();
                    return await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.Partners, themes: theme.Reference));
                })
        );

        var told = await host.InScopeAsync(db => db.ThemeEvidence.AsNoTracking().ToListAsync());
        Assert.Equal(12, told.Single(e => e.Audience == SharingLevel.Partners).Told);
        Assert.Null(told.Single(e => e.Audience == SharingLevel.Public).Told);
    }

    [Fact]
    public async Task When_insights_are_closed_the_evidence_told_sinks()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var theme = await host.ThemeAsync();
        var said = new List<InsightView>();
        for (var n = 0; n < 5; n++)
        {
            said.Add(await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.Partners, themes: theme.Reference)));
        }

        Assert.Equal(5, await Told());
        await lead.ActAsync(HttpMethod.Put, $"/insights/{said[0].Id}", A.Insight(SharingLevel.CouncilOnly, themes: theme.Reference))
            .ReadAsync<InsightView>();

        Assert.Null(await Told());

        Task<int?> Told() =>
            host.InScopeAsync(db => db.ThemeEvidence.Where(e => e.Audience == SharingLevel.Partners).Select(e => e.Told).SingleAsync());
    }
}
