using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Correspondence;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Correspondence;

public sealed class LetterTests
{
    [Theory]
    [InlineData(Direction.Out, "Letter to Metropolitan Police: Joint letter")]
    [InlineData(Direction.In, "Letter from Hackney Council: Joint letter")]
    public void A_letter_is_put_on_record_and_told(Direction direction, string headline)
    {
        var told = Letter.Record(A.Letter() with { Direction = direction }, Today).Value.Told<LetterRecorded>();

        Assert.Equal((headline, new DateOnly(2022, 3, 17), new DateOnly(2022, 3, 17)), (told.Headline, told.On, told.KnownOn));
    }

    [Fact]
    public void A_letter_says_from_whom_to_whom_about_what_and_which_way() =>
        Assert.Equal(
            ["direction", "from", "subject", "to"],
            Letter
                .Record(A.Letter() with { Direction = null, From = "", To = "", Subject = "" }, Today)
                .Outcome.Broken.Select(b => b.Field)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_letter_is_put_on_record_when_it_has_gone() =>
        Letter.Record(A.Letter() with { On = Today.AddDays(1), ReplyDue = null }, Today).Refused("letter/in-the-future", "on");

    [Fact]
    public void A_reply_is_not_due_before_the_letter() =>
        Letter.Record(A.Letter() with { ReplyDue = new(2022, 3, 16) }, Today).Refused("letter/reply-due-before-sent", "replyDue");

    [Fact]
    public void A_letter_does_not_answer_itself()
    {
        Letter.Record(A.Letter() with { InReplyTo = "LET-1" }, Today).Refused("letter/answers-itself", "inReplyTo");
        Letter.Record(A.Letter(), Today).Value.Correct(A.Letter(null) with { InReplyTo = "LET-1" }, Today).Refused("letter/answers-itself");
    }

    [Fact]
    public void A_reply_is_overdue_from_the_day_after_it_was_due_until_it_is_known()
    {
        var letter = Letter.Record(A.Letter(), Today).Value;

        Assert.False(letter.IsOverdue(new(2022, 3, 31), null));
        Assert.True(letter.IsOverdue(new(2022, 4, 1), null));
        Assert.True(letter.IsOverdue(new(2022, 4, 1), new(2022, 4, 2)));
        Assert.False(letter.IsOverdue(new(2022, 4, 2), new(2022, 4, 2)));
    }

    [Fact]
    public void A_letter_that_asks_for_no_reply_is_never_overdue() =>
        Assert.False(Letter.Record(A.Letter() with { ReplyDue = null }, Today).Value.IsOverdue(new(2030, 1, 1), null));
}

public sealed class AskTests
{
    [Fact]
    public void An_ask_is_open_until_it_is_answered_and_each_is_told()
    {
        var ask = Record();

        ask.Answer(new(OutcomeStatus.PartlyMet, new(2022, 3, 31), "A reply came."), Today, Now).Holds();
        ask.Answer(new(OutcomeStatus.Met, new(2022, 4, 2), null), Today, Now.AddHours(1)).Holds();

        Assert.Equal(OutcomeStatus.Open, ask.StatusAsAt(new(2022, 3, 30)));
        Assert.Equal(OutcomeStatus.PartlyMet, ask.StatusAsAt(new(2022, 4, 1)));
        Assert.Equal(OutcomeStatus.Met, ask.StatusAsAt(Today));
        Assert.Equal(
            [
                ("Asked: Respond within two weeks.", "Open", new DateOnly(2022, 3, 17)),
                ("Ask partly met: Respond within two weeks.", "PartlyMet", new DateOnly(2022, 3, 31)),
                ("Ask met: Respond within two weeks.", "Met", new DateOnly(2022, 4, 2)),
            ],
            ask.Events.OfType<AskRecorded>().Select(e => (e.Headline, e.Status, e.KnownOn))
        );
    }

    [Fact]
    public void What_became_of_it_does_not_lie_in_the_future() =>
        Record().Answer(new(OutcomeStatus.Met, Today.AddDays(1), null), Today, Now).Refused("outcome/in-the-future", "on");

    [Fact]
    public void An_ask_stands_in_a_letter_and_says_what_of_whom() =>
        Assert.Equal(
            ["askedOf", "letter", "text"],
            Ask.Record(A.Ask() with { Letter = null, Text = "", AskedOf = "" }, null, Today)
                .Outcome.Broken.Select(b => b.Field)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_long_text_is_cut_for_the_timeline()
    {
        var told = Ask.Record(A.Ask() with { Text = new string('x', 1000) }, null, Today).Value.Told<AskRecorded>();

        Assert.Equal(300, told.Headline.Length);
        Assert.EndsWith("…", told.Headline, StringComparison.Ordinal);
    }

    private static Ask Record() => Ask.Record(A.Ask(), new(2022, 3, 17), Today).Value;
}

public sealed class CommitmentTests
{
    [Fact]
    public void A_commitment_is_put_on_record_and_told()
    {
        var told = Commitment.Record(A.Commitment(), new(2022, 3, 31), Today).Value.Told<CommitmentRecorded>();

        Assert.Equal(("Committed: Become an anti-racist organisation.", "Open"), (told.Headline, told.Status));
    }

    [Fact]
    public void A_commitment_needs_its_words_and_its_maker() =>
        Assert.Equal(
            ["madeBy", "text"],
            Commitment
                .Record(A.Commitment() with { Text = "", MadeBy = null }, null, Today)
                .Outcome.Broken.Select(b => b.Field)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(OutcomeStatus.Met, false)]
    [InlineData(OutcomeStatus.Refused, false)]
    [InlineData(OutcomeStatus.PartlyMet, true)]
    [InlineData(OutcomeStatus.NoAnswer, true)]
    public void A_commitment_past_its_due_date_is_overdue_until_it_is_met_or_refused(OutcomeStatus status, bool overdue)
    {
        var commitment = Commitment.Record(A.Commitment(), null, Today).Value;
        Assert.False(commitment.IsOverdue(new(2022, 6, 1)));
        Assert.True(commitment.IsOverdue(new(2022, 6, 2)));

        commitment.Answer(new(status, Today, null), Today, Now).Holds();

        Assert.Equal(overdue, commitment.IsOverdue(Today));
    }

    [Fact]
    public void Its_due_date_moves_with_a_reason_only_and_the_first_stays_in_view()
    {
        var commitment = Commitment.Record(A.Commitment(), null, Today).Value;
        commitment.MoveDue(new(2022, 9, 1), "", Today, Now).Refused("due-date/no-reason", "reason");
        commitment.MoveDue(new(2022, 6, 1), "No change", Today, Now).Refused("due-date/not-moved", "to");

        commitment.MoveDue(new(2022, 9, 1), "More time was asked for.", Today, Now).Holds();

        Assert.Equal((new DateOnly(2022, 6, 1), new DateOnly(2022, 9, 1)), (commitment.FirstDue, commitment.Due));
        Assert.Equal(new DateOnly(2022, 6, 1), commitment.DueAsAt(Today.AddDays(-1)));
        Assert.True(commitment.IsOverdue(Today.AddDays(-1)));
        Assert.False(commitment.IsOverdue(Today));
    }

    [Fact]
    public void Once_met_its_due_date_no_longer_moves()
    {
        var commitment = Commitment.Record(A.Commitment(), null, Today).Value;
        commitment.Answer(new(OutcomeStatus.Met, Today, null), Today, Now).Holds();

        commitment.MoveDue(new(2022, 9, 1), "Too late", Today, Now).Refused("due-date/closed");
    }

    [Fact]
    public void A_correction_leaves_the_due_date()
    {
        var commitment = Commitment.Record(A.Commitment(), null, Today).Value;

        commitment.Correct(A.Commitment() with { Due = new(2030, 1, 1) }).Holds();

        Assert.Equal(new DateOnly(2022, 6, 1), commitment.Due);
    }
}
