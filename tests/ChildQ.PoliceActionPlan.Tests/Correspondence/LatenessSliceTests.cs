using System.Net;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Lateness;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.PoliceActionPlan.Tests.Correspondence;

public sealed class LatenessSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private readonly HttpClient _lead = host.Lead();
    private LetterView _letter = null!;

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        _letter = await _lead.MakeAsync<LetterView>("/letters", A.Letter());
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_overdue_reply_is_told_once_and_one_chaser_is_proposed_however_many_look_at_once()
    {
        await using var heard = await Heard.ListenAsync<ReplyOverdue>(host);

        var noticed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LookAsync()));
        await LookAsync();

        Assert.Equal(1, noticed.Sum());
        var told = (ReplyOverdue)Assert.Single(await heard.OfAsync("LET-1", 1));
        Assert.Equal((new DateOnly(2022, 3, 31), new DateOnly(2022, 4, 1), Today), (told.Due, told.On!.Value, told.KnownOn));
        var chaser = Assert.Single(await _lead.ListAsync<ChaserView>("/chasers?status=proposed"));
        Assert.Equal(("LET-1", "Metropolitan Police", "Reminder: Joint letter"), (chaser.Letter, chaser.To, chaser.Subject));
        Assert.Single(await _lead.ListAsync<LetterView>("/letters"));
    }

    [Fact]
    public async Task Another_due_date_that_passes_is_told_again_but_brings_no_second_proposal()
    {
        await LookAsync();
        await _lead
            .ActAsync(HttpMethod.Put, $"/letters/{_letter.Id}", "", A.Letter() with { ReplyDue = new(2022, 5, 31) })
            .ReadAsync<LetterView>();

        Assert.Equal((1, 0), (await LookAsync(), await LookAsync()));
        Assert.Single(await _lead.ListAsync<ChaserView>("/chasers"));
    }

    [Fact]
    public async Task A_chaser_that_was_sent_is_a_letter_of_the_thread_and_a_reply_to_it_answers_both()
    {
        var path = await ProposedAsync();

        var sent = await _lead.ActAsync(path, "/sent", new SendChaser(null, null, null, new(2099, 1, 1))).ReadAsync<ChaserView>();

        Assert.Equal((ChaserStatus.Sent, "PAP-LET-001"), (sent.Status, sent.SentAs));
        Assert.True((await ThreadAsync())[0].Overdue);
        await _lead.MakeAsync<LetterView>("/letters", A.Reply("LET-2", "PAP-LET-001") with { On = Today, KnownOn = Today });
        var thread = await ThreadAsync();
        Assert.Equal(["LET-1", "LET-2", "PAP-LET-001"], thread.Select(l => l.Reference).Order(StringComparer.Ordinal));
        Assert.Equal(ReplyState.RepliedLate, thread.Single(l => l.Reference == "LET-1").Reply);
        Assert.Equal(ReplyState.RepliedInTime, thread.Single(l => l.Reference == "PAP-LET-001").Reply);
        Assert.Equal("chaser/closed", (await _lead.ActAsync(path, "/dismissal", new DismissChaser("Twice.")).ProblemAsync(Refused)).Type);
    }

    [Fact]
    public async Task No_chaser_goes_out_for_a_letter_that_was_answered_meanwhile()
    {
        var path = await ProposedAsync();
        await _lead.MakeAsync<LetterView>("/letters", A.Reply());

        Assert.Equal(
            "chaser/answered",
            (await _lead.ActAsync(path, "/sent", new SendChaser(null, null, null, null)).ProblemAsync(Refused)).Type
        );
        Assert.Equal(2, (await _lead.ListAsync<LetterView>("/letters")).Count);
    }

    [Fact]
    public async Task A_chaser_is_dismissed_with_a_reason_and_is_for_the_lead_alone()
    {
        var path = await ProposedAsync();
        using var police = host.Police();
        Assert.Equal(HttpStatusCode.Forbidden, (await police.SeeAsync("/chasers")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.SeeAsync(path)).StatusCode);
        Assert.Equal("chaser/no-reason", (await _lead.ActAsync(path, "/dismissal", new DismissChaser(" ")).ProblemAsync(Refused)).Type);

        var dismissed = await _lead.ActAsync(path, "/dismissal", new DismissChaser("They rang.")).ReadAsync<ChaserView>();

        Assert.Equal((ChaserStatus.Dismissed, "They rang."), (dismissed.Status, dismissed.DismissedBecause));
        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task A_letter_that_came_in_is_told_overdue_without_a_chaser_to_ourselves()
    {
        await _lead.MakeAsync<LetterView>("/letters", A.Letter("LET-2") with { Direction = Direction.In });

        Assert.Equal(2, await LookAsync());
        Assert.Equal("LET-1", Assert.Single(await _lead.ListAsync<ChaserView>("/chasers")).Letter);
    }

    [Fact]
    public async Task Late_commitments_and_actions_are_told_once_for_each_due_date()
    {
        await using var commitments = await Heard.ListenAsync<CommitmentOverdue>(host);
        await using var actions = await Heard.ListenAsync<ActionOverdue>(host);
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { Due = new(2099, 6, 14) });
        var met = await _lead.MakeAsync<CommitmentView>("/commitments", A.Commitment("COM-2"));
        await _lead
            .PostAsync($"/commitments/{met.Id}/outcomes", new RecordOutcome(OutcomeStatus.Met, null, null))
            .ReadAsync<CommitmentView>();
        await _lead.MakeAsync<CommitmentView>("/commitments", A.Commitment());

        Assert.Equal((3, 0), (await LookAsync(), await LookAsync()));
        await _lead
            .ActAsync($"/actions/{action.Id}", "/due-date", new MoveDueDate(new(2022, 6, 10), "The hall was not free."))
            .ReadAsync<ActionView>();
        Assert.Equal((1, 0), (await LookAsync(), await LookAsync()));

        await actions.OfAsync("ACT-1", 2);
        await commitments.OfAsync("COM-1", 1);
        Assert.Equal(["COM-1"], commitments.All.Select(e => e.Reference));
        Assert.Equal(["ACT-1", "ACT-1"], actions.All.Select(e => e.Reference));
    }

    [Theory]
    [InlineData("2022-03-31", ReplyState.Awaited, 0)]
    [InlineData("2022-04-05", ReplyState.Overdue, 5)]
    [InlineData("2022-04-10", ReplyState.RepliedLate, 9)]
    public async Task Where_a_reply_stands_is_computed_as_at_a_date(string asAt, ReplyState state, int days)
    {
        await _lead.MakeAsync<LetterView>("/letters", A.Reply() with { On = new(2022, 4, 9), KnownOn = new(2022, 4, 9) });

        var letter = await _lead.ReadAsync<LetterView>($"/letters/{_letter.Id}?asAt={asAt}");

        Assert.Equal((state, days), (letter.Reply, letter.DaysLate));
    }

    private DateOnly Today => DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    private async Task<int> LookAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LatenessCheck>().RunAsync(CancellationToken.None);
    }

    private async Task<string> ProposedAsync()
    {
        await LookAsync();
        return $"/chasers/{Assert.Single(await _lead.ListAsync<ChaserView>("/chasers")).Id}";
    }

    private Task<List<LetterView>> ThreadAsync() => _lead.ReadAsync<List<LetterView>>($"/letters/{_letter.Id}/thread");
}
