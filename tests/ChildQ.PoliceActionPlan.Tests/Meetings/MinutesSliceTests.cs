using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Tests.Meetings;

public sealed class MinutesSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private readonly HttpClient _lead = host.Lead();
    private string _meeting = "";

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<BodyView>("/bodies", A.Body());
        await _lead.MakeAsync<BodyView>("/bodies", A.Body("BOD-2") with { Name = "Community Resilience Partnership" });
        var text = A.Meeting() with { Body = "BOD-1", On = new(2022, 6, 10), KnownOn = new(2022, 6, 1), Sharing = SharingLevel.Partners };
        var meeting = await _lead.MakeAsync<MeetingView>("/meetings", text);
        _meeting = $"/meetings/{meeting.Id}";
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_held_meeting_is_recorded_in_one_go()
    {
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        await _lead.MakeAsync<ActionView>("/actions", A.Action());
        await using var meetings = await Heard.ListenAsync<MeetingHeld>(host);
        await using var taken = await Heard.ListenAsync<DecisionTaken>(host);

        var held = await _lead.ActAsync(_meeting, "/held", Held).ReadAsync<MeetingView>();

        Assert.Equal((MeetingStatus.Held, 2), (held.Status, held.Attendance.Count));
        var decisions = await _lead.ListAsync<DecisionView>("/decisions?body=BOD-1");
        Assert.Equal(["PAP-DEC-001", "PAP-DEC-002"], decisions.Select(d => d.Reference));
        var arising = await _lead.ListAsync<BodyActionView>("/body-actions?meeting=MEE-1");
        Assert.Equal([null, "ACT-1", "PAP-ACT-001"], arising.Select(a => a.PlanAction));
        Assert.Equal("Write to the Mayor of London", (await _lead.ListAsync<ActionView>("/actions?q=Mayor")).Single().Title);
        Assert.Single(await meetings.OfAsync("MEE-1", 1));
        Assert.Equal(SharingLevel.Public, Assert.Single(await taken.OfAsync("PAP-DEC-001", 1)).Sharing);
        Assert.Single(await taken.OfAsync("PAP-DEC-002", 1));
    }

    [Fact]
    public async Task Minutes_of_which_one_part_is_refused_are_kept_in_no_part()
    {
        var problem = await _lead.ActAsync(_meeting, "/held", Held).ProblemAsync(Refused);

        Assert.Equal("reference/unknown", problem.Type);
        Assert.Equal(MeetingStatus.Planned, (await _lead.ReadAsync<MeetingView>(_meeting)).Status);
        Assert.Empty(await _lead.ListAsync<DecisionView>("/decisions"));
        Assert.Empty(await _lead.ListAsync<BodyActionView>("/body-actions"));
    }

    [Fact]
    public async Task A_board_member_reads_the_minutes_of_their_own_body_and_of_no_other()
    {
        await HoldAsync(new("Keep this among partners."));
        using var own = host.As(Roles.BoardMember, body: "police-action-plan-board");
        using var other = host.As(Roles.BoardMember, body: "community-resilience-partnership");
        using var none = host.As(Roles.BoardMember);
        var decision = Assert.Single(await own.ListAsync<DecisionView>("/decisions"));
        var action = Assert.Single(await own.ListAsync<BodyActionView>("/body-actions"));

        Assert.Single(await own.ListAsync<MeetingView>("/meetings"));
        foreach (var stranger in new[] { other, none })
        {
            Assert.Empty(await stranger.ListAsync<MeetingView>("/meetings"));
            Assert.Empty(await stranger.ListAsync<DecisionView>("/decisions"));
            Assert.Empty(await stranger.ListAsync<BodyActionView>("/body-actions"));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SeeAsync(_meeting)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SeeAsync($"/decisions/{decision.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SeeAsync($"/body-actions/{action.Id}")).StatusCode);
            Assert.DoesNotContain(
                "PAP-DEC",
                await (await stranger.SeeAsync("/decisions/export.csv")).Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_decision_made_public_is_read_by_all_while_the_minutes_stay_among_partners()
    {
        await HoldAsync(new("Ratify the plan."));
        using var anyone = host.Anonymous();
        var path = $"/decisions/{Assert.Single(await _lead.ListAsync<DecisionView>("/decisions")).Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.SeeAsync(path)).StatusCode);

        await _lead.ActAsync(path, "/publication", new { }).ReadAsync<DecisionView>();

        Assert.Equal("Ratify the plan.", (await anyone.ReadAsync<DecisionView>(path)).Text);
        Assert.Empty(await anyone.ListAsync<MeetingView>("/meetings"));
    }

    [Fact]
    public async Task Minutes_are_added_to_and_their_day_is_the_day_they_were_known()
    {
        await HoldAsync(new("First."));

        await _lead.ActAsync(_meeting, "/minutes", new MinutesText(null, [new("Second.")], null)).ReadAsync<MeetingView>();

        Assert.Equal(["First.", "Second."], (await _lead.ListAsync<DecisionView>("/decisions?meeting=MEE-1")).Select(d => d.Text));
        Assert.Empty(await _lead.ListAsync<DecisionView>("/decisions?asAt=2022-06-13"));
        Assert.Equal(
            "meeting/not-held",
            (
                await _lead.ActAsync(await PlanAsync(), "/minutes", new MinutesText(null, [new("Too early.")], null)).ProblemAsync(Refused)
            ).Type
        );
    }

    [Fact]
    public async Task An_action_of_the_body_is_followed_to_its_end()
    {
        await HoldAsync(new("Write."));
        var action = Assert.Single(await _lead.ListAsync<BodyActionView>("/body-actions?overdue=true&asAt=2022-06-21"));
        var path = $"/body-actions/{action.Id}";

        await _lead.ActAsync(path, "/due-date", new MoveDueDate(new(2022, 7, 1), "More time.")).ReadAsync<BodyActionView>();
        var done = await _lead
            .PostAsync($"{path}/progress", new RecordProgress(PromiseStatus.Done, "Sent.", null))
            .ReadAsync<BodyActionView>();

        Assert.Equal((PromiseStatus.Done, new DateOnly(2022, 6, 20)), (done.Promise.Status, done.Promise.FirstDue));
        Assert.Empty(await _lead.ListAsync<BodyActionView>("/body-actions?status=notStarted"));
    }

    [Fact]
    public async Task Minutes_are_screened_for_personal_data()
    {
        var held = Plain(new("Ring 020 8356 3000."));

        Assert.Equal("screening/likely-personal-data", (await _lead.ActAsync(_meeting, "/held", held).ProblemAsync(Refused)).Type);
        await _lead.ActAsync(_meeting, "/held", held with { Confirmed = true }).ReadAsync<MeetingView>();
    }

    [Fact]
    public async Task Nobody_but_the_lead_writes_minutes()
    {
        using var member = host.As(Roles.BoardMember, body: "police-action-plan-board");

        foreach (var act in new[] { "held", "minutes", "move", "cancellation" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await member.PostAsync($"{_meeting}/{act}", new { })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await member.PutAsync($"{_meeting}/agenda", new { }, null)).StatusCode);
    }

    [Fact]
    public async Task No_meeting_within_its_cadence_is_shown_to_partners()
    {
        using var anyone = host.Anonymous();
        Assert.Empty(await _lead.ReadAsync<List<BodyRhythmView>>("/bodies/rhythm?missed=true"));

        var late = await _lead.ReadAsync<List<BodyRhythmView>>("/bodies/rhythm?missed=true&asAt=2022-06-28");
        await HoldAsync(new("Go on."));
        var after = await _lead.ReadAsync<List<BodyRhythmView>>("/bodies/rhythm?asAt=2022-06-28");

        Assert.Equal(["BOD-1", "BOD-2"], late.Select(b => b.Reference));
        Assert.Equal(
            (new DateOnly(2022, 6, 10), new DateOnly(2022, 7, 10), false),
            (after[0].LastHeld, after[0].NextExpected, after[0].Missed)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.SeeAsync("/bodies/rhythm")).StatusCode);
    }

    private static HoldMeeting Held { get; } =
        new(
            null,
            "The plan was considered.",
            null,
            null,
            false,
            [
                new("Hackney Council", "Chief Executive", Presence.Present),
                new("Metropolitan Police", "Borough Commander", Presence.Apologies),
            ],
            [new("Send the plan to the partnership.", SharingLevel.Public), new("Meet again in July.")],
            [
                new("Circulate the minutes", "Hackney Council", new(2022, 6, 20)),
                new("Go on with the workshops", PlanAction: "ACT-1"),
                new(null, NewAction: A.Action(null) with { Title = "Write to the Mayor of London" }),
            ]
        );

    private static HoldMeeting Plain(DecisionText decision) =>
        new(null, null, null, null, false, null, [decision], [new("Circulate the minutes", "Hackney Council", new(2022, 6, 20))]);

    private async Task HoldAsync(DecisionText decision) =>
        await _lead.ActAsync(_meeting, "/held", Plain(decision)).ReadAsync<MeetingView>();

    private async Task<string> PlanAsync() => $"/meetings/{(await _lead.MakeAsync<MeetingView>("/meetings", A.Meeting("MEE-2"))).Id}";
}
