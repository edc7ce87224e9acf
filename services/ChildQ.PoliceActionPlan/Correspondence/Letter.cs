using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>Which way a letter went, as the council sees it.</summary>
public enum Direction
{
    Out,
    In,
}

/// <summary>Where the reply to a letter stands. Computed by the clock, never typed.</summary>
public enum ReplyState
{
    /// <summary>No reply is asked for by a day, and none has come.</summary>
    NotAsked,

    /// <summary>A reply has come; none was asked for by a day.</summary>
    Replied,
    Awaited,
    RepliedInTime,
    RepliedLate,
    Overdue,
}

/// <summary>Where the reply to a letter stands.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="DaysLate">Days after the due date: until the reply, or until now.</param>
public sealed record ReplyStanding(ReplyState State, int DaysLate);

/// <summary>What is on record of a letter, as written or rewritten.</summary>
/// <param name="From">Organisation, or public office-holder.</param>
/// <param name="To">Organisation, or public office-holder.</param>
/// <param name="ReplyDue">London date by which the letter asks for a reply.</param>
/// <param name="InReplyTo">Reference of the letter that it answers.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record LetterText(
    string? Reference,
    Direction? Direction,
    DateOnly? On,
    string? From,
    string? To,
    IReadOnlyList<string>? Signatories,
    [property: FreeText] string? Subject,
    [property: FreeText] string? Summary,
    DateOnly? ReplyDue,
    string? InReplyTo,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

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

    /// <summary>Reference of the letter whose reply this one asks for again; what answers the one answers the other.</summary>
    public string? Chases { get; private set; }

    /// <summary>The letter whose answer is awaited: itself, or the one it chases.</summary>
    public string Awaits => Chases ?? Reference;

    /// <param name="text">What is on record.</param>
    /// <param name="today">In London.</param>
    /// <param name="chases">Reference of the letter whose reply it asks for again.</param>
    public static Result<Letter> Record(LetterText text, DateOnly today, string? chases = null)
    {
        var letter = new Letter { Chases = chases };
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

    /// <summary>Where its reply stands, as at a date.</summary>
    /// <param name="asAt">London date.</param>
    /// <param name="repliedOn">The date of the first reply known by then; none where there is none.</param>
    public ReplyStanding ReplyAsAt(DateOnly asAt, DateOnly? repliedOn) =>
        (ReplyDue, repliedOn) switch
        {
            (null, null) => new(ReplyState.NotAsked, 0),
            (null, _) => new(ReplyState.Replied, 0),
            ({ } due, null) => due < asAt ? new(ReplyState.Overdue, asAt.DayNumber - due.DayNumber) : new(ReplyState.Awaited, 0),
            ({ } due, { } on) => on <= due ? new(ReplyState.RepliedInTime, 0) : new(ReplyState.RepliedLate, on.DayNumber - due.DayNumber),
        };

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
