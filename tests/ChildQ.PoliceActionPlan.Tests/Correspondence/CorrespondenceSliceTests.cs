using System.Net;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Tests.Correspondence;

public sealed class CorrespondenceSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private readonly HttpClient _lead = host.Lead();

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<LetterView>("/letters", A.Letter());
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_letter_is_overdue_by_the_clock_until_its_reply_is_on_record()
    {
        Assert.Equal("LET-1", Assert.Single(await _lead.ListAsync<LetterView>("/letters?overdue=true")).Reference);

        await _lead.MakeAsync<LetterView>("/letters", A.Reply());

        Assert.Empty(await _lead.ListAsync<LetterView>("/letters?overdue=true"));
        Assert.Empty(await _lead.ListAsync<LetterView>("/letters?overdue=true&asAt=2022-03-30"));
        Assert.Equal(["LET-2"], (await _lead.ListAsync<LetterView>("/letters?direction=out"))[0].Replies);
    }

    [Fact]
    public async Task A_reply_that_is_not_public_answers_the_letter_without_being_shown()
    {
        await _lead.MakeAsync<LetterView>("/letters", A.Reply() with { Sharing = SharingLevel.Partners });
        using var anyone = host.Anonymous();

        var letter = Assert.Single(await anyone.ListAsync<LetterView>("/letters"));

        Assert.False(letter.Overdue);
        Assert.Empty(letter.Replies);
        Assert.Empty(await anyone.ListAsync<LetterView>("/letters?overdue=true"));
    }

    [Fact]
    public async Task Letters_do_not_answer_each_other_in_a_circle()
    {
        var reply = await _lead.MakeAsync<LetterView>("/letters", A.Reply());
        await _lead.MakeAsync<LetterView>("/letters", A.Reply("LET-3", "LET-2"));
        var first = (await _lead.ListAsync<LetterView>("/letters"))[0];

        var problem = await _lead
            .ActAsync(HttpMethod.Put, $"/letters/{first.Id}", "", A.Letter() with { InReplyTo = "LET-3" })
            .ProblemAsync(Refused);

        Assert.Equal("letter/answers-itself", problem.Type);
        Assert.Equal("LET-1", reply.InReplyTo);
    }

    [Fact]
    public async Task A_letter_answers_one_that_is_on_record() =>
        Assert.Equal("reference/unknown", (await _lead.PostAsync("/letters", A.Reply(to: "LET-9")).ProblemAsync(Refused)).Type);

    [Fact]
    public async Task An_ask_is_followed_to_its_answer_as_at_any_date()
    {
        var ask = await _lead.MakeAsync<AskView>("/asks", A.Ask());

        await _lead
            .PostAsync($"/asks/{ask.Id}/outcomes", new RecordOutcome(OutcomeStatus.Met, new(2022, 3, 31), "A reply came."))
            .ReadAsync<AskView>();

        Assert.Equal(OutcomeStatus.Open, (await _lead.ReadAsync<AskView>($"/asks/{ask.Id}?asAt=2022-03-30")).Status);
        Assert.Equal(OutcomeStatus.Met, (await _lead.ReadAsync<AskView>($"/asks/{ask.Id}")).Status);
        Assert.Single(await _lead.ListAsync<AskView>("/asks?status=met"));
        Assert.Single(await _lead.ListAsync<AskView>("/asks?status=open&asAt=2022-03-30"));
        Assert.Empty(await _lead.ListAsync<AskView>("/asks?status=open"));
    }

    [Fact]
    public async Task An_ask_stands_in_a_letter_on_record() =>
        Assert.Equal("reference/unknown", (await _lead.PostAsync("/asks", A.Ask() with { Letter = "LET-9" }).ProblemAsync(Refused)).Type);

    [Fact]
    public async Task What_became_of_an_ask_is_screened()
    {
        var ask = await _lead.MakeAsync<AskView>("/asks", A.Ask());
        var outcome = new RecordOutcome(OutcomeStatus.Met, null, "Ring 020 8356 3000.");

        Assert.Equal(
            "screening/likely-personal-data",
            (await _lead.PostAsync($"/asks/{ask.Id}/outcomes", outcome).ProblemAsync(Refused)).Type
        );
        Assert.Equal(
            OutcomeStatus.Met,
            (await _lead.PostAsync($"/asks/{ask.Id}/outcomes", outcome with { Confirmed = true }).ReadAsync<AskView>()).Status
        );
    }

    [Fact]
    public async Task A_commitment_made_elsewhere_is_followed_to_its_end()
    {
        var commitment = await _lead.MakeAsync<CommitmentView>("/commitments", A.Commitment());
        var path = $"/commitments/{commitment.Id}";
        Assert.True(commitment.Overdue);

        var moved = await _lead.ActAsync(path, "/due-date", new MoveDueDate(new(2022, 9, 1), "More time.")).ReadAsync<CommitmentView>();
        var met = await _lead.PostAsync($"{path}/outcomes", new RecordOutcome(OutcomeStatus.Met, null, null)).ReadAsync<CommitmentView>();

        Assert.Equal(
            (new DateOnly(2022, 6, 1), new DateOnly(2022, 9, 1), false),
            (moved.DueDate.FirstDue, moved.DueDate.Due, moved.Overdue)
        );
        Assert.Equal(OutcomeStatus.Met, met.Status);
        Assert.Equal(
            "due-date/closed",
            (await _lead.ActAsync(path, "/due-date", new MoveDueDate(new(2023, 1, 1), "Late")).ProblemAsync(Refused)).Type
        );
    }

    [Fact]
    public async Task Only_the_lead_keeps_correspondence()
    {
        using var police = host.Police();

        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync("/letters", A.Reply())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync("/asks", A.Ask())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync("/commitments", A.Commitment())).StatusCode);
    }
}
