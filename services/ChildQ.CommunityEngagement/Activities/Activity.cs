using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;

namespace ChildQ.CommunityEngagement.Activities;

/// <summary>What kind of activity.</summary>
public enum ActivityKind
{
    Workshop,
    Session,

    /// <summary>A conversation whose terms keep it among those who take part.</summary>
    SafeSpace,

    /// <summary>A Thinking Spaces circle.</summary>
    ThinkingSpaces,
    Conference,
    Briefing,
}

/// <summary>Whether an activity is still to come.</summary>
public enum ActivityStatus
{
    Planned,
    Held,
}

/// <summary>What is on record of an activity, as written or rewritten.</summary>
/// <param name="Status">Planned unless said. Afterwards an activity is recorded as held, not rewritten.</param>
/// <param name="LedBy">A post, team or organisation; none where it is not known.</param>
/// <param name="Sharing">With whom what is said there may be shared at most. Never left out.</param>
/// <param name="FacilitatedBy">The account (<c>sub</c>) of whoever runs it, who then sees and keeps it and its insights.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record ActivityText(
    string? Reference,
    ActivityKind? Kind,
    [property: FreeText] string? Title,
    DateOnly? On,
    ActivityStatus? Status,
    [property: FreeText] string? LedBy,
    [property: FreeText] string? ForWhom,
    bool? IndependentlyFacilitated,
    SharingLevel? Sharing,
    string? FacilitatedBy,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>
/// An engagement activity, planned or held. Its sharing level is the most open that anything said there can have. Only public and partner-level
/// activities are told to other services.
/// </summary>
public sealed class Activity : Registered, IFacilitated
{
    private Activity() { }

    public ActivityKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? On { get; private set; }

    public ActivityStatus Status { get; private set; }

    public string? LedBy { get; private set; }

    public string? ForWhom { get; private set; }

    public bool? IndependentlyFacilitated { get; private set; }

    public SharingLevel Sharing { get; private set; }

    public string? FacilitatedBy { get; private set; }

    /// <summary>London date from which it was known to have been held.</summary>
    public DateOnly? HeldKnownOn { get; private set; }

    /// <summary>The date it was planned for, where it was on record before it was held.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>Puts an activity on record.</summary>
    /// <param name="text">What is on record.</param>
    /// <param name="today">In London.</param>
    public static Result<Activity> Record(ActivityText text, DateOnly today)
    {
        var activity = new Activity { Status = text.Status ?? ActivityStatus.Planned };
        return activity
            .Write(text, New(text, today).Form(text.Reference), today)
            .With(() =>
            {
                activity.Enter(text, today);
                activity.HeldKnownOn = activity.Status == ActivityStatus.Held ? activity.KnownOn : null;
                activity.Tell(activity.KnownOn);
                return activity;
            });
    }

    /// <summary>Corrects what is on record. That it was held is not among it (<see cref="Hold"/>).</summary>
    public Result Correct(ActivityText text, DateOnly today)
    {
        var before = Sharing;
        var written = Write(
            text,
            Corrected(text)
                .That(
                    text.Status is null || text.Status == Status,
                    "activity/status",
                    "Whether an activity was held is recorded, not rewritten.",
                    "status"
                )
                .That(
                    before.IsRestricted() || text.Sharing is null || text.Sharing <= before,
                    "sharing/already-told",
                    "Others have been told of this activity, which cannot be taken back. Close what was said there, insight by insight.",
                    "sharing"
                ),
            today
        );
        if (written.IsOk)
        {
            Reenter(text);
            if (Sharing < before)
            {
                Tell(HeldKnownOn ?? KnownOn);
            }
        }

        return written;
    }

    /// <summary>Records that it was held. What was planned stays in view as at an earlier date.</summary>
    /// <param name="on">London date; that for which it was planned unless said.</param>
    /// <param name="independentlyFacilitated">As planned unless said.</param>
    /// <param name="today">In London.</param>
    /// <param name="knownOn">From when that was known; the day itself unless said.</param>
    public Result Hold(DateOnly? on, bool? independentlyFacilitated, DateOnly today, DateOnly? knownOn = null)
    {
        var day = on ?? On;
        var check = new Check()
            .That(Status == ActivityStatus.Planned, "activity/held-already", "This activity is on record as held.")
            .That(day is null || day <= today, "activity/in-the-future", "An activity that was held cannot lie in the future.", "on");
        if (check.Failed)
        {
            return check.Result;
        }

        (PlannedOn, On, Status) = (On, day, ActivityStatus.Held);
        IndependentlyFacilitated = independentlyFacilitated ?? IndependentlyFacilitated;
        var known = knownOn ?? On ?? today;
        HeldKnownOn = known > KnownOn ? known : KnownOn;
        Tell(HeldKnownOn.Value);
        return Result.Ok;
    }

    /// <summary>Whether it was known, by a date, to have been held.</summary>
    public bool WasHeld(DateOnly asAt) => HeldKnownOn <= asAt;

    /// <summary>The date as it stood at a date.</summary>
    public DateOnly? OnAsAt(DateOnly asAt) => Status == ActivityStatus.Held && !WasHeld(asAt) ? PlannedOn : On;

    private void Tell(DateOnly knownOn)
    {
        if (Sharing.IsRestricted())
        {
            return;
        }

        Raise(
            new ActivityRecorded(
                Id,
                Reference,
                Status == ActivityStatus.Held ? $"Engagement activity held: {Title}" : $"Engagement activity planned: {Title}",
                On,
                knownOn,
                Workstreams.CommunityEngagement,
                Sharing,
                $"/community-engagement/activities/{Id}",
                Title,
                Status == ActivityStatus.Held
            )
        );
    }

    private Result Write(ActivityText text, Check check, DateOnly today)
    {
        check
            .That(text.Kind is not null, "input/required", "Choose a kind of activity.", "kind")
            .Text(text.Title, "title", 300)
            .OptionalText(text.LedBy, "ledBy", 300)
            .OptionalText(text.ForWhom, "forWhom", 500)
            .OptionalText(text.FacilitatedBy, "facilitatedBy", 200)
            .That(text.Sharing is not null, "input/required", "Choose a sharing level.", "sharing")
            .That(
                Status == ActivityStatus.Planned || text.On is null || text.On <= today,
                "activity/in-the-future",
                "An activity that was held cannot lie in the future.",
                "on"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Kind, Title, On, LedBy, ForWhom) = (text.Kind!.Value, text.Title!, text.On, text.LedBy, text.ForWhom);
        (IndependentlyFacilitated, Sharing, FacilitatedBy) = (text.IndependentlyFacilitated, text.Sharing!.Value, text.FacilitatedBy);
        return Result.Ok;
    }
}
