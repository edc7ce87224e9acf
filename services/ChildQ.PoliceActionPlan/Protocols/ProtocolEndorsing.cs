using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A class of stakeholder has endorsed a draft: that text and no other. Appended, never changed.</summary>
public sealed class Endorsement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required StakeholderClass Class { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>Number of the draft.</summary>
    public required int Draft { get; init; }

    /// <summary>Of the draft.</summary>
    public required string Hash { get; init; }

    /// <summary>The organisation that endorsed for them; none where the lead recorded it on their behalf.</summary>
    public string? Organisation { get; init; }

    public string? Note { get; init; }

    /// <summary>London date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>That a class of stakeholder was asked to endorse a draft, and by when. Appended, never changed.</summary>
public sealed class EndorsementAsk
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required StakeholderClass Class { get; init; }

    /// <summary>Number of the draft that they were asked to endorse.</summary>
    public required int Draft { get; init; }

    /// <summary>London date.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>London date by which they are to answer.</summary>
    public required DateOnly AnswerBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a class of stakeholder says of a draft.</summary>
/// <param name="DraftHash">Of the draft that was read.</param>
/// <param name="Organisation">The organisation that endorses for them; none where the lead records it on their behalf.</param>
/// <param name="Note">How it came about; needed on behalf.</param>
/// <param name="On">London date; today unless said.</param>
public sealed record GivenEndorsement(StakeholderClass? Class, string? DraftHash, string? Organisation, string? Note, DateOnly? On);

/// <summary>What an ask for endorsement came to.</summary>
public enum AskState
{
    Awaited,

    /// <summary>Awaited past the day by which they were to answer.</summary>
    Late,
    Endorsed,

    /// <summary>A later draft took the place of the one they were asked about.</summary>
    Lapsed,
}

/// <summary>Endorsement by each class of stakeholder, asked for and given.</summary>
public sealed partial class Protocol
{
    private readonly List<Endorsement> _endorsements = [];
    private readonly List<EndorsementAsk> _asks = [];

    public IReadOnlyList<Endorsement> Endorsements => _endorsements;

    public IReadOnlyList<EndorsementAsk> Asks => _asks;

    /// <summary>Asks a class of stakeholder to endorse the current draft.</summary>
    /// <param name="stakeholder">Who is asked.</param>
    /// <param name="answerBy">London date.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result AskToEndorse(StakeholderClass? stakeholder, DateOnly? answerBy, DateOnly today, DateTimeOffset now)
    {
        var draft = CurrentDraft;
        var check = OfCurrentDraft(new(), draft?.Hash)
            .And(IsAsked(stakeholder))
            .That(answerBy is not null, "input/required", "Say by when they are to answer.", "answerBy")
            .That(answerBy is null || answerBy >= today, "endorsement/answer-by", "Give them until today or later.", "answerBy")
            .That(
                !_asks.Exists(a => a.Class == stakeholder && a.Draft == draft?.Number),
                "endorsement/asked-already",
                "They have been asked to endorse this draft.",
                "class"
            )
            .That(
                stakeholder is null || !IsEndorsedBy(stakeholder.Value),
                "endorsement/given-already",
                "This class of stakeholder has endorsed this draft.",
                "class"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        _asks.Add(
            new()
            {
                Class = stakeholder!.Value,
                Draft = draft!.Number,
                AskedOn = today,
                AnswerBy = answerBy!.Value,
                RecordedAt = now,
            }
        );
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>A class of stakeholder endorses the current draft.</summary>
    public Result Endorse(GivenEndorsement given, DateOnly today, DateTimeOffset now)
    {
        var (draft, on) = (CurrentDraft, given.On ?? today);
        var check = OfCurrentDraft(new(), given.DraftHash)
            .OptionalText(given.Note, "note", 2000)
            .And(IsAsked(given.Class))
            .That(
                given.Class is null || !IsEndorsedBy(given.Class.Value),
                "endorsement/given-already",
                "This class of stakeholder has endorsed this draft.",
                "class"
            )
            .That(
                given.Organisation is not null || !string.IsNullOrWhiteSpace(given.Note),
                "endorsement/no-note",
                "Say how they endorsed it: you record it on their behalf.",
                "note"
            )
            .That(
                given.Organisation is null || given.Class is null || SpeaksFor(given.Organisation, given.Class.Value, today),
                "endorsement/not-your-class",
                "Your organisation does not speak for this class of stakeholder in the working group.",
                "class"
            )
            .That(on <= today, "endorsement/in-the-future", "It cannot have been endorsed on a later day.", "on")
            .That(draft is null || on >= draft.On, "endorsement/before-draft", "It cannot have been endorsed before it was written.", "on");
        if (check.Failed)
        {
            return check.Result;
        }

        _endorsements.Add(
            new()
            {
                Class = given.Class!.Value,
                VersionNumber = VersionNumber,
                Draft = draft!.Number,
                Hash = draft.Hash,
                Organisation = given.Organisation,
                Note = given.Note,
                On = on,
                KnownOn = today,
                RecordedAt = now,
            }
        );
        AppendedAt = now;
        RaiseRecorded($"Draft {draft.Number} endorsed by {given.Class.Value.InWords()}: {Title}", on, today);
        return Result.Ok;
    }

    /// <summary>Whether a class of stakeholder has endorsed the very draft that would be published.</summary>
    public bool IsEndorsedBy(StakeholderClass stakeholder) =>
        CurrentDraft is { } draft && _endorsements.Exists(e => e.Class == stakeholder && e.Draft == draft.Number);

    /// <summary>What an ask came to, as known at a date.</summary>
    public AskState StateOf(EndorsementAsk ask, DateOnly asAt) =>
        _endorsements.Exists(e => e.Class == ask.Class && e.Draft == ask.Draft && e.KnownOn <= asAt) ? AskState.Endorsed
        : CurrentDraftAsAt(asAt)?.Number != ask.Draft ? AskState.Lapsed
        : ask.AnswerBy < asAt ? AskState.Late
        : AskState.Awaited;

    private Result IsAsked(StakeholderClass? stakeholder) =>
        stakeholder is null ? Rule.Broken("input/required", "Say which class of stakeholder.", "class")
        : StakeholderClasses.Contains(stakeholder.Value) ? Result.Ok
        : Rule.Broken("endorsement/not-asked", "The endorsement of this class of stakeholder is not asked for.", "class");
}
