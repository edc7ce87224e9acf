using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;
using ChildQ.Contracts.Oversight;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.PoliceActionPlan.Tests.Alignment;

public sealed class AlignmentSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private static readonly DateOnly Known = new(2022, 6, 13);
    private readonly HttpClient _lead = host.Lead();
    private ActionView _action = null!;
    private string _links = "";

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        _action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        _links = $"/actions/{_action.Id}/links";
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_other_services_tell_of_can_be_linked_once_it_has_happened()
    {
        await TellAsync(Activity("ENG-ACT-001", held: false), Theme(), Recommendation(1), Recommendation(2));
        await HeardAsync("ENG-ACT-001", "ENG-THE-001", "OVS-REC-001", "OVS-REC-002");
        Assert.Equal("link/not-held", (await _lead.PostAsync(_links, new LinkText("ENG-ACT-001")).ProblemAsync(Refused)).Type);

        await TellAsync(Activity("ENG-ACT-001", held: true));
        await Eventually.TrueAsync(
            async () => (await _lead.ListAsync<LinkableView>("/linkables?kind=Activity")).All(l => l.Happened),
            "the workshop was held"
        );
        var link = await _lead.MakeAsync<LinkView>(_links, new LinkText("ENG-ACT-001", "Residents asked for it."));
        await _lead.MakeAsync<LinkView>(_links, new LinkText("OVS-REC-002"));

        Assert.Equal(("ACT-1", LinkKind.Activity, "Workshop"), (link.Action, link.Kind, link.Title));
        Assert.Equal("link/there-already", (await _lead.PostAsync(_links, new LinkText("ENG-ACT-001")).ProblemAsync(Refused)).Type);
        Assert.Equal("reference/unknown", (await _lead.PostAsync(_links, new LinkText("ENG-ACT-099")).ProblemAsync(Refused)).Type);
        using var anyone = host.Anonymous();
        var tracker = await anyone.ReadAsync<TrackerView>("/tracker");
        Assert.Equal(["ENG-ACT-001"], tracker.Priorities.SelectMany(p => p.ShapedBy).Select(l => l.To));
    }

    [Fact]
    public async Task The_same_news_twice_is_one_entry_and_an_old_event_without_a_title_is_understood()
    {
        var old = Activity("ENG-ACT-002", held: true) with { Title = null, Held = null };
        await TellAsync(old, old);
        await TellAsync(Theme());

        await HeardAsync("ENG-ACT-002", "ENG-THE-001");
        var heard = Assert.Single(await _lead.ListAsync<LinkableView>("/linkables?q=ENG-ACT-002"));
        Assert.Equal(("Engagement activity held: Workshop", true), (heard.Title, heard.Happened));
    }

    [Fact]
    public async Task Restricted_activities_never_reach_the_list_and_partner_level_ones_are_for_partners()
    {
        await TellAsync(
            Activity("ENG-ACT-014", held: true) with
            {
                Sharing = SharingLevel.SafeSpace,
            },
            Activity("ENG-ACT-003", held: true) with
            {
                Sharing = SharingLevel.Partners,
            }
        );
        await HeardAsync("ENG-ACT-003");
        await _lead.MakeAsync<LinkView>(_links, new LinkText("ENG-ACT-003"));
        using var anyone = host.Anonymous();
        using var police = host.Police();

        Assert.DoesNotContain(
            await anyone.ListAsync<LinkableView>("/linkables"), // news of another test may come late; none of these may
            l => l.Reference is "ENG-ACT-003" or "ENG-ACT-014"
        );
        Assert.Empty(await anyone.ListAsync<LinkView>(_links));
        Assert.Single(await police.ListAsync<LinkView>(_links));
        Assert.DoesNotContain(await _lead.ListAsync<LinkableView>("/linkables"), l => l.Reference == "ENG-ACT-014");
        await _lead.PostAsync(_links, new LinkText("ENG-ACT-014")).ProblemAsync(Refused);
        Assert.Empty((await anyone.ReadAsync<TrackerView>("/tracker")).Priorities.SelectMany(p => p.ShapedBy));
    }

    [Fact]
    public async Task A_link_is_withdrawn_with_a_date_and_made_anew()
    {
        await TellAsync(Theme());
        await HeardAsync("ENG-THE-001");
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var link = await _lead.MakeAsync<LinkView>(_links, new LinkText("ENG-THE-001"));
        host.Clock.Advance(TimeSpan.FromDays(1));

        await _lead.PostAsync($"{_links}/{link.Id}/withdrawal", new Withdraw("It shaped another action.")).ReadAsync<LinkView>();

        Assert.Null(Assert.Single(await _lead.ListAsync<LinkView>($"{_links}?asAt={today:yyyy-MM-dd}")).Withdrawn);
        Assert.Equal(today.AddDays(1), Assert.Single(await _lead.ListAsync<LinkView>(_links)).Withdrawn!.On);
        await _lead.MakeAsync<LinkView>(_links, new LinkText("ENG-THE-001"));
        using var police = host.Police();
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync(_links, new LinkText("ENG-THE-001"))).StatusCode);
    }

    [Fact]
    public async Task Gaps_are_frameworks_without_an_action_and_actions_that_answer_to_nobody()
    {
        await TellAsync(Theme(), Recommendation(1), Recommendation(2));
        await HeardAsync("ENG-THE-001", "OVS-REC-001", "OVS-REC-002");
        await _lead.LoadAsync("frameworks", June2022.Csv("frameworks"));
        var other = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2"));
        var stopped = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-3"));
        await _lead
            .PostAsync($"/actions/{stopped.Id}/progress", new RecordProgress(PromiseStatus.Stopped, "No longer needed.", null))
            .ReadAsync<ActionView>();
        await _lead.MakeAsync<LinkView>(_links, new LinkText("OVS-REC-001"));
        await _lead.MakeAsync<LinkView>($"/actions/{other.Id}/links", new LinkText("ENG-THE-001"));
        await _lead.MakeAsync<LinkView>($"/actions/{stopped.Id}/links", new LinkText("OVS-REC-002"));
        using var anyone = host.Anonymous();

        var gaps = await anyone.ReadAsync<GapsView>("/alignment/gaps");

        Assert.Equal(["OVS-REC-002", "PAP-FRA-001"], gaps.Unanswered.First.Select(l => l.Reference));
        Assert.Equal((2, 1, 1), (gaps.Unanswered.Count, gaps.NotAligned.Count, gaps.NotShaped.Count));
        Assert.Equal("ACT-2", Assert.Single(gaps.NotAligned.First).Reference);
        Assert.Equal("ACT-1", Assert.Single(gaps.NotShaped.First).Reference);
    }

    [Fact]
    public async Task Frameworks_are_a_register_of_our_own()
    {
        var report = await _lead.LoadAsync("frameworks", June2022.Csv("frameworks"));
        var again = await _lead.LoadAsync("frameworks", June2022.Csv("frameworks"));
        var made = await _lead.MakeAsync<LinkableView>(
            "/frameworks",
            new FrameworkText(null, "Another plan", "Its first aim", null, null, SharingLevel.Public)
        );
        using var anyone = host.Anonymous();

        Assert.Equal((1, 1), (report.Created, again.Unchanged));
        Assert.Equal(("PAP-FRA-002", LinkKind.Framework), (made.Reference, made.Kind));
        Assert.Equal(["PAP-FRA-001", "PAP-FRA-002"], (await anyone.ListAsync<LinkableView>("/frameworks")).Select(f => f.Reference));
        var exported = await (await anyone.SeeAsync("/frameworks/export.csv")).Content.ReadAsStringAsync();
        Assert.Equal(2, (await _lead.LoadAsync("frameworks", exported)).Unchanged);
        var path = $"/frameworks/{made.Id}";
        var corrected = new FrameworkText(null, "Another plan", "Its first aim, corrected", null, null, null);
        Assert.Equal(
            "Its first aim, corrected",
            (await _lead.PutAsync(path, corrected, await _lead.ETagAsync(path)).ReadAsync<LinkableView>()).Title
        );
    }

    private static ThemeRecorded Theme() => new(Guid.NewGuid(), "ENG-THE-001", "Trust in policing", Known, SharingLevel.Public, null);

    private static ActivityRecorded Activity(string reference, bool held) =>
        new(
            Guid.NewGuid(),
            reference,
            held ? "Engagement activity held: Workshop" : "Engagement activity planned: Workshop",
            null,
            Known,
            Workstreams.CommunityEngagement,
            SharingLevel.Public,
            null,
            "Workshop",
            held
        );

    private static RecommendationRecorded Recommendation(int number) =>
        new(
            Guid.NewGuid(),
            $"OVS-REC-00{number}",
            $"Recommendation {number} of the review",
            Known,
            Known,
            Workstreams.InstitutionalRacism,
            SharingLevel.Public,
            null
        );

    private async Task TellAsync(params object[] news)
    {
        var bus = host.Services.GetRequiredService<IBus>();
        foreach (var happened in news)
        {
            await bus.Publish(happened, happened.GetType());
        }
    }

    private Task HeardAsync(params string[] references) =>
        Eventually.TrueAsync(
            async () =>
            {
                var known = (await _lead.ListAsync<LinkableView>("/linkables")).Select(l => l.Reference);
                return !references.Except(known, StringComparer.Ordinal).Any();
            },
            $"{string.Join(", ", references)} can be linked"
        );
}
