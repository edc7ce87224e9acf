using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>Whether a meeting is still to come.</summary>
public enum MeetingStatus
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>What is on record of a meeting, as written or rewritten.</summary>
/// <param name="Body">Reference of the body that meets; none for a meeting of people.</param>
/// <param name="Status">Planned unless said. Afterwards a meeting is recorded as held, not rewritten.</param>
/// <param name="Outcome">Only of a meeting that was held.</param>
/// <param name="AttendedBy">Bodies, organisations and posts; for a planned meeting those expected.</param>
/// <param name="StartsAt">London time; none where it is not known.</param>
/// <param name="Place">Where it is held, or "online".</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record MeetingText(
    string? Reference,
    string? Body,
    DateOnly? On,
    [property: FreeText] string? Title,
    MeetingStatus? Status,
    [property: FreeText] string? Purpose,
    [property: FreeText] string? Outcome,
    IReadOnlyList<string>? AttendedBy,
    bool? IndependentlyFacilitated,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    TimeOnly? StartsAt = null,
    TimeOnly? EndsAt = null,
    [property: FreeText] string? Place = null,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>A meeting of a body or of people: planned, then held or cancelled.</summary>
public sealed partial class Meeting : Entry, IOfBody
{
    private Meeting() { }

    public string? Body { get; private set; }

    public DateOnly? On { get; private set; }

    public string Title { get; private set; } = "";

    public MeetingStatus Status { get; private set; }

    /// <summary>London time; none where it is not known.</summary>
    public TimeOnly? StartsAt { get; private set; }

    /// <inheritdoc cref="StartsAt"/>
    public TimeOnly? EndsAt { get; private set; }

    public string? Place { get; private set; }

    public string? Purpose { get; private set; }

    public string? Outcome { get; private set; }

    public List<string> AttendedBy { get; private set; } = [];

    public bool? IndependentlyFacilitated { get; private set; }

    /// <summary>That of its body.</summary>
    public string Workstream { get; private set; } = Workstreams.PoliceTrustAndConfidence;

    /// <summary>London date from which it was known to have been held.</summary>
    public DateOnly? HeldKnownOn { get; private set; }

    /// <summary>The date it was planned for, where it was on record before it was held.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>Those expected, where it was on record before it was held.</summary>
    public List<string> Expected { get; private set; } = [];

    /// <param name="text">What is on record.</param>
    /// <param name="workstream">That of the body that meets.</param>
    /// <param name="today">In London.</param>
    public static Result<Meeting> Record(MeetingText text, string? workstream, DateOnly today)
    {
        var held = text.Status == MeetingStatus.Held;
        var meeting = new Meeting { Status = text.Status ?? MeetingStatus.Planned };
        return meeting
            .Write(text, workstream, new Check().ForNew(text, today), today)
            .With(() =>
            {
                meeting.Enter(text, today);
                meeting.HeldKnownOn = held ? meeting.KnownOn : null;
                meeting.CancelledKnownOn = text.Status == MeetingStatus.Cancelled ? meeting.KnownOn : null;
                meeting.RaiseRecorded(meeting.KnownOn);
                return meeting;
            });
    }

    /// <summary>Corrects what is on record. That it was held is not among it (<see cref="Hold"/>).</summary>
    public Result Correct(MeetingText text, string? workstream, DateOnly today)
    {
        var written = Write(
            text,
            workstream,
            new Check()
                .ForCorrection(text, this)
                .That(
                    text.Status is null || text.Status == Status,
                    "meeting/status",
                    "Whether a meeting was held is recorded, not rewritten.",
                    "status"
                )
                .That(
                    Status != MeetingStatus.Planned || On is null || text.On == On,
                    "meeting/moved-without-reason",
                    "Move a planned meeting to another day with the reason, not by rewriting it.",
                    "on"
                ),
            today
        );
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded(KnownOn);
        }

        return written;
    }

    /// <summary>Records that it was held, and what came of it. What was planned stays in view as at an earlier date.</summary>
    /// <param name="knownOn">From when that was known; the day itself unless said.</param>
    public Result Hold(
        DateOnly? on,
        string? outcome,
        IReadOnlyList<string>? attendedBy,
        bool? independentlyFacilitated,
        DateOnly today,
        DateOnly? knownOn = null
    )
    {
        var day = on ?? On;
        var check = new Check()
            .That(Status != MeetingStatus.Held, "meeting/held-already", "This meeting is on record as held.")
            .That(Status != MeetingStatus.Cancelled, "meeting/cancelled", "This meeting was cancelled.")
            .That(day is null || day <= today, "meeting/in-the-future", "A meeting that was held cannot lie in the future.", "on")
            .OptionalText(outcome, "outcome")
            .Names(attendedBy, "attendedBy");
        if (check.Failed)
        {
            return check.Result;
        }

        (PlannedOn, Expected) = (On, AttendedBy);
        (Status, On, Outcome) = (MeetingStatus.Held, day, outcome);
        (AttendedBy, IndependentlyFacilitated) = ([.. attendedBy ?? AttendedBy], independentlyFacilitated ?? IndependentlyFacilitated);
        HeldKnownOn = Later(knownOn ?? On ?? today, KnownOn);
        RaiseRecorded(HeldKnownOn.Value);
        return Result.Ok;
    }

    /// <summary>Whether it was known, by a date, to have been held.</summary>
    public bool WasHeld(DateOnly asAt) => HeldKnownOn <= asAt;

    private string Path => $"/police-action-plan/meetings/{Id}";

    private void RaiseRecorded(DateOnly knownOn) =>
        Raise(
            Status == MeetingStatus.Held
                ? new MeetingHeld(Id, Reference, $"Meeting held: {Title}", On, knownOn, Workstream, Sharing, Path)
                : new MeetingRecorded(
                    Id,
                    Reference,
                    Status == MeetingStatus.Cancelled ? $"Meeting cancelled: {Title}" : $"Meeting planned: {Title}",
                    On,
                    knownOn,
                    Workstream,
                    Sharing,
                    Path
                )
        );

    private Result Write(MeetingText text, string? workstream, Check check, DateOnly today)
    {
        check
            .Text(text.Title, "title", 300)
            .OptionalText(text.Purpose, "purpose")
            .OptionalText(text.Outcome, "outcome")
            .OptionalText(text.Place, "place", 300)
            .That(
                text.EndsAt is null || text.StartsAt < text.EndsAt,
                "meeting/ends-before-it-starts",
                "Say when it starts, and let it end after that.",
                "endsAt"
            )
            .Names(text.AttendedBy, "attendedBy")
            .That(
                text.Outcome is null || Status == MeetingStatus.Held,
                "meeting/outcome-before-held",
                "A meeting that was not held has no outcome yet.",
                "outcome"
            )
            .That(
                Status != MeetingStatus.Held || text.On is null || text.On <= today,
                "meeting/in-the-future",
                "A meeting that was held cannot lie in the future.",
                "on"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Body, On, Title, Purpose, Outcome) = (text.Body, text.On, text.Title!, text.Purpose, text.Outcome);
        (AttendedBy, IndependentlyFacilitated) = ([.. text.AttendedBy ?? []], text.IndependentlyFacilitated);
        (StartsAt, EndsAt, Place) = (text.StartsAt, text.EndsAt, text.Place);
        Workstream = workstream ?? Workstreams.PoliceTrustAndConfidence;
        return Result.Ok;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
