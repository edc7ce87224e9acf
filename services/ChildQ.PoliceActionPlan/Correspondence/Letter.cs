using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>Which way a letter went, as the council sees it.</summary>
public enum Direction
{
    Out,
    In,
}

/// <summary>What is on record of a letter, as written or rewritten.</summary>
/// <param name="From">Organisation, or public office-holder.</param>
/// <param name="To">Organisation, or public office-holder.</param>
/// <param name="ReplyDue">London date by which the letter asks for a reply.</param>
/// <param name="InReplyTo">Reference of the letter that it answers.</param>
public sealed record LetterText(
    string? Reference,
    Direction? Direction,
    DateOnly? On,
    string? From,
    string? To,
    IReadOnlyList<string>? Signatories,
    string? Subject,
    string? Summary,
    DateOnly? ReplyDue,
    string? InReplyTo,
    DateOnly? KnownOn,
    string? Source,
    SharingLevel? Sharing
) : IEntryText;

/// <summary>A letter sent or received. Letters and their replies make a thread; a reply that is due and has not come is overdue.</summary>
public sealed class Letter : Entry
{
    private Letter() { }

    public Direction Direction { get; private set; }

    public DateOnly? On { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public List<string> Signatories { get; private set; } = [];

    public string Subject { get; private set; } = "";

    public string? Summary { get; private set; }

    public DateOnly? ReplyDue { get; private set; }

    public string? InReplyTo { get; private set; }

    public static Result<Letter> Record(LetterText text, DateOnly today)
    {
        var letter = new Letter();
        return letter
            .Write(text, new Check().ForNew(text, today), today)
            .With(() =>
            {
                letter.Enter(text, today);
                letter.RaiseRecorded();
                return letter;
            });
    }

    public Result Correct(LetterText text, DateOnly today)
    {
        var written = Write(text, new Check().ForCorrection(text, this), today);
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded();
        }

        return written;
    }

    /// <summary>Whether a reply was due before a date and none was known by then. Computed, never typed.</summary>
    /// <param name="asAt">London date.</param>
    /// <param name="repliedOn">The day from which a reply was known; none where there is none.</param>
    public bool IsOverdue(DateOnly asAt, DateOnly? repliedOn) => ReplyDue < asAt && (repliedOn is null || repliedOn > asAt);

    private void RaiseRecorded() =>
        Raise(
            new LetterRecorded(
                Id,
                Reference,
                Direction == Direction.Out ? $"Letter to {To}: {Subject}" : $"Letter from {From}: {Subject}",
                On,
                KnownOn,
                Workstreams.PoliceTrustAndConfidence,
                Sharing,
                $"/police-action-plan/letters/{Id}"
            )
        );

    private Result Write(LetterText text, Check check, DateOnly today)
    {
        check
            .That(text.Direction is not null, "input/required", "Say whether it went out or came in.", "direction")
            .Text(text.From, "from", 300)
            .Text(text.To, "to", 300)
            .Text(text.Subject, "subject", 300)
            .OptionalText(text.Summary, "summary")
            .Names(text.Signatories, "signatories")
            .That(
                text.On is null || text.On <= today,
                "letter/in-the-future",
                "A letter is put on record when it has gone or come, not before.",
                "on"
            )
            .Days(text.On, text.ReplyDue, "letter/reply-due-before-sent", "A reply cannot be due before the letter's own date.", "replyDue")
            .That(
                text.InReplyTo is null || text.InReplyTo != (text.Reference ?? Reference),
                "letter/answers-itself",
                "A letter does not answer itself.",
                "inReplyTo"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Direction, On, From, To) = (text.Direction!.Value, text.On, text.From!, text.To!);
        (Signatories, Subject, Summary) = ([.. text.Signatories ?? []], text.Subject!, text.Summary);
        (ReplyDue, InReplyTo) = (text.ReplyDue, text.InReplyTo);
        return Result.Ok;
    }
}
