using System.Net;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Packs;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Tests.Packs;

public sealed class PackSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private readonly HttpClient _lead = host.Lead();
    private DateOnly _today;
    private Guid _body;
    private string _pack = "";
    private string _next = "";
    private ActionView _action = null!;

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        host.Clock.Advance(TimeSpan.FromDays(1)); // No test meets on the day on which the one before it did.
        _today = host.Clock.Today();
        _body = (await _lead.MakeAsync<BodyView>("/bodies", A.Body() with { KnownOn = new(2022, 5, 27) })).Id;
        await _lead.MakeAsync<BodyView>("/bodies", A.Body("BOD-2") with { Name = "Community Resilience Partnership" });
        _pack = $"/bodies/{_body}/pack";
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        _action = await _lead.MakeAsync<ActionView>("/actions", A.Action() with { Due = _today.AddDays(-2) });
        await MeetAsync();
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_pack_holds_what_the_meeting_needs_on_one_go()
    {
        await FillAsync();

        var pack = await _lead.ReadAsync<PackView>(_pack);

        Assert.Equal(("MEE-2", "The plan"), (pack.Meeting!.Reference, Assert.Single(pack.Meeting.Agenda).Title));
        Assert.Equal("MEE-1", pack.LastMeeting!.Meeting.Reference);
        Assert.Equal(["Go on with the plan."], pack.LastMeeting.Decisions.Select(d => d.Text));
        Assert.Equal(["Circulate the minutes", "Go on with the workshops"], pack.Arising.Select(a => a.Title));
        var linked = pack.Arising[1];
        Assert.Equal(("ACT-1", PromiseStatus.UnderWay, _today.AddDays(30)), (linked.PlanAction, linked.Status, linked.Due));
        var action = Assert.Single(Assert.Single(pack.Priorities).Actions);
        Assert.Equal(["One held."], action.Moved.Select(n => n.Note));
        Assert.Equal("The notes of the workshop.", Assert.Single(action.Evidence).What);
        Assert.Equal((_today.AddDays(-2), _today.AddDays(30), 0), (action.FirstDue, action.Due, action.DaysLate));
        var moved = Assert.Single(pack.DueDatesMoved);
        Assert.Equal((PackDated.Action, "ACT-1", "The hall was shut."), (moved.Kind, moved.Reference, Assert.Single(moved.Moves).Reason));
        var letter = Assert.Single(pack.Letters);
        Assert.Equal((ReplyState.Overdue, "ASK-1"), (letter.Letter.Reply, Assert.Single(letter.Asks).Reference));
        Assert.Equal("COM-1", Assert.Single(pack.Commitments).Reference);
        Assert.Equal("PRO-1", Assert.Single(pack.Protocols).Reference);
        Assert.Equal((1, PlanStage.Draft), (pack.Version!.Number, pack.Version.Stage));
        Assert.Equal((_today, _today.AddDays(-4)), (pack.AsAt, pack.Since));
    }

    [Fact]
    public async Task A_pack_as_at_a_day_is_the_same_to_the_letter_whatever_came_later()
    {
        await FillAsync();
        var asAt = $"{_pack}?asAt={_today:yyyy-MM-dd}";
        var drawn = await TextAsync(_lead, asAt);
        host.Clock.Advance(TimeSpan.FromDays(5));
        var action = $"/actions/{_action.Id}";
        await _lead.PostAsync($"{action}/progress", new RecordProgress(PromiseStatus.Done, "All held.", null)).ReadAsync<ActionView>();
        await _lead
            .ActAsync(action, "/due-date", new MoveDueDate(_today.AddDays(60), "Again."))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { KnownOn = null });
        var evidence = (await _lead.ListAsync<EvidenceView>($"{action}/evidence"))[0];
        await _lead.PostAsync($"{action}/evidence/{evidence.Id}/withdrawal", new Withdraw("Another.")).ReadAsync<EvidenceView>();
        await _lead.MakeAsync<EvidenceView>($"{action}/evidence", Evidence);
        await _lead
            .ActAsync(
                _next,
                "/held",
                new HoldMeeting(_today.AddDays(4), "It was agreed.", null, null, false, null, [new("Done.")], [new("More", "Council")])
            )
            .ReadAsync<MeetingView>();
        await _lead.MakeAsync<LetterView>("/letters", A.Reply() with { KnownOn = null });
        var version = (await _lead.ListAsync<PlanVersionView>("/plan/versions"))[0];
        await _lead.ActAsync($"/plan/versions/{version.Id}", "/shaping", new PlanStep(null, null, null)).ReadAsync<PlanVersionView>();

        Assert.Equal(drawn, await TextAsync(_lead, asAt));
        Assert.NotEqual(drawn, await TextAsync(_lead, _pack));
        var before = await _lead.ReadAsync<PackView>($"{_pack}?asAt={_today.AddDays(-1):yyyy-MM-dd}");
        Assert.Empty(before.Priorities.SelectMany(p => p.Actions).SelectMany(a => a.Moved));
        Assert.Empty(before.DueDatesMoved);
    }

    [Fact]
    public async Task A_board_member_reads_the_pack_of_their_own_body_only()
    {
        using var own = host.As(Roles.BoardMember, body: "police-action-plan-board");
        using var other = host.As(Roles.BoardMember, body: "community-resilience-partnership");
        using var none = host.As(Roles.BoardMember);
        using var school = host.As(Roles.School, school: 100001);
        using var anyone = host.Anonymous();

        foreach (var pack in (string[])[_pack, $"{_pack}.docx"])
        {
            Assert.Equal(HttpStatusCode.OK, (await own.SeeAsync(pack)).StatusCode);
            Assert.Equal("pack/not-your-body", (await other.SeeAsync(pack).ProblemAsync(HttpStatusCode.Forbidden)).Type);
            Assert.Equal(HttpStatusCode.Forbidden, (await none.SeeAsync(pack)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await school.SeeAsync(pack)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.SeeAsync(pack)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await own.SeeAsync($"/bodies/{Guid.NewGuid()}/pack")).StatusCode);
    }

    [Fact]
    public async Task No_pack_holds_what_only_the_council_may_read_whoever_asks_for_it()
    {
        await FillAsync();
        await _lead.MakeAsync<EvidenceView>(
            $"/actions/{_action.Id}/evidence",
            Evidence with
            {
                What = "For the council alone.",
                Sharing = SharingLevel.CouncilOnly,
            }
        );

        foreach (var reader in (HttpClient[])[_lead, host.As(Roles.CoChairPolice), host.Police(), host.As(Roles.CoChairCouncil)])
        {
            Assert.DoesNotContain("For the council alone.", await TextAsync(reader, _pack), StringComparison.Ordinal);
            Assert.DoesNotContain("For the council alone.", Word.Text(await WordAsync(reader)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_Word_document_is_valid_and_holds_the_words_of_the_pack()
    {
        await FillAsync();
        var pack = await _lead.ReadAsync<PackView>(_pack);

        var document = await WordAsync(_lead);

        Assert.Empty(Word.Faults(document));
        Assert.Empty(Word.Missing(document, pack));
    }

    [Fact]
    public async Task A_pack_before_anything_has_happened_says_so()
    {
        var other = (await _lead.ListAsync<BodyView>("/bodies")).Single(b => b.Reference == "BOD-2").Id;

        var pack = await _lead.ReadAsync<PackView>($"/bodies/{other}/pack");
        var document = await Word.ReadAsync(_lead, $"/bodies/{other}/pack.docx");

        Assert.Equal((null, null, null), (pack.Meeting, pack.LastMeeting, pack.Since));
        Assert.Empty(Word.Faults(document));
        Assert.Contains("The body had not met before.", Word.Text(document), StringComparison.Ordinal);
    }

    private static EvidenceText Evidence { get; } =
        new("The notes of the workshop.", null, "https://hackney.gov.uk/child-q", null, SharingLevel.Partners);

    private async Task MeetAsync()
    {
        var held = A.Meeting() with { Body = "BOD-1", On = _today.AddDays(-4), KnownOn = _today.AddDays(-10), Title = "The last meeting" };
        var last = await _lead.MakeAsync<MeetingView>("/meetings", held);
        await _lead
            .ActAsync(
                $"/meetings/{last.Id}",
                "/held",
                new HoldMeeting(
                    null,
                    "The plan was considered.",
                    null,
                    null,
                    false,
                    [new("Hackney Council", "Chief Executive", Presence.Present)],
                    [new("Go on with the plan.")],
                    [
                        new("Circulate the minutes", "Hackney Council", _today.AddDays(-1)),
                        new("Go on with the workshops", PlanAction: "ACT-1"),
                    ]
                )
            )
            .ReadAsync<MeetingView>();
        var next = await _lead.MakeAsync<MeetingView>(
            "/meetings",
            A.Meeting("MEE-2") with
            {
                Body = "BOD-1",
                On = _today.AddDays(3),
                Title = "The next meeting",
                Sharing = SharingLevel.Partners,
            }
        );
        _next = $"/meetings/{next.Id}";
        await _lead.ActAsync(HttpMethod.Put, _next, "/agenda", new SetAgenda([new("The plan", "Borough Commander", ["PAP-PLAN-001"])]));
    }

    private async Task FillAsync()
    {
        var action = $"/actions/{_action.Id}";
        await _lead.PostAsync($"{action}/progress", new RecordProgress(PromiseStatus.UnderWay, "One held.", null)).ReadAsync<ActionView>();
        await _lead.ActAsync(action, "/due-date", new MoveDueDate(_today.AddDays(30), "The hall was shut.")).ReadAsync<ActionView>();
        await _lead.MakeAsync<EvidenceView>($"{action}/evidence", Evidence);
        await _lead.MakeAsync<LetterView>("/letters", A.Letter());
        await _lead.MakeAsync<AskView>("/asks", A.Ask());
        await _lead.MakeAsync<CommitmentView>("/commitments", A.Commitment());
        await _lead.MakeAsync<ProtocolView>("/protocols", A.Protocol());
        await _lead.MakeAsync<PlanVersionView>("/plan/versions", new StartPlanVersion("From the workshops."));
    }

    private Task<byte[]> WordAsync(HttpClient reader) => Word.ReadAsync(reader, $"{_pack}.docx");

    private static async Task<string> TextAsync(HttpClient reader, string path) =>
        await (await reader.SeeAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
}
