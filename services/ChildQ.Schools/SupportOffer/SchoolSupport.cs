using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Schools.SupportOffer;

/// <summary>
/// What is offered to schools: "additional leadership brokered", "Young Hackney and Wellbeing and Mental Health in Schools (WAMHS) teams",
/// "Thinking Spaces", "advice, guidance and materials on talking to and listening to staff and children" (report of June 2022,
/// 2 > Working with schools > 1).
/// </summary>
public enum Support
{
    Leadership,
    YoungHackney,
    WellbeingAndMentalHealth,
    ThinkingSpaces,
    TalkingWithChildren,
}

/// <summary>Where an offer to a school stands.</summary>
public enum SupportState
{
    NotOffered,
    Offered,
    TakenUp,
    Declined,
    Ended,
}

/// <summary>What happened to one offer on a day.</summary>
public sealed class SupportAct : SchoolAct
{
    public required Support Support { get; init; }

    public required SupportState State { get; init; }

    public string? Note { get; init; }
}

/// <summary>What happened to an offer, as recorded.</summary>
/// <param name="State">offered, takenUp, declined or ended.</param>
public sealed record SupportChange(
    Support Support,
    SupportState State,
    DateOnly? On,
    [property: FreeText] string? Note,
    bool Confirmed = false
) : IFreeText;

/// <summary>What one school was offered, took up, declined, and what has ended.</summary>
public sealed class SchoolSupport : OfSchool
{
    private readonly List<SupportAct> _acts = [];

    private SchoolSupport() { }

    public IReadOnlyList<SupportAct> Acts => _acts;

    public static IReadOnlyList<Support> Offers { get; } = Enum.GetValues<Support>();

    public static SchoolSupport Of(School school) => new() { SchoolId = school.Id, School = school };

    /// <summary>The latest act on one offer, as at a date; none where it was never made.</summary>
    public SupportAct? LatestAsAt(Support support, DateOnly asAt) => _acts.AsAt(asAt).LastOrDefault(a => a.Support == support);

    /// <summary>The offers never made to this school, as at a date. One that was declined or has ended was made.</summary>
    public IReadOnlyList<Support> NeverOffered(DateOnly asAt) => [.. Offers.Except(_acts.AsAt(asAt).Select(a => a.Support))];

    /// <summary>
    /// Something happened to an offer. The council offers and ends; taking up and declining may be recorded by either side. Problems:
    /// <c>support/not-yours</c>, <c>support/order</c>, <c>support/before-last-act</c>, <c>act/in-the-future</c>.
    /// </summary>
    /// <param name="bySchool">The school itself records it.</param>
    public Result Record(SupportChange change, bool bySchool, Recording at)
    {
        var latest = LatestAsAt(change.Support, DateOnly.MaxValue);
        var state = latest?.State ?? SupportState.NotOffered;
        var check = at.Check()
            .That(
                !bySchool || change.State is SupportState.TakenUp or SupportState.Declined,
                "support/not-yours",
                "A school takes up or declines an offer. The council makes and ends it.",
                "state"
            )
            .That(
                MayFollow(state, change.State),
                "support/order",
                "An offer is made first, then taken up or declined, and ended at last.",
                "state"
            )
            .That(
                latest is null || latest.On <= at.Day,
                "support/before-last-act",
                "This is before what is on record of this offer already.",
                "on"
            )
            .OptionalText(change.Note, "note", 2000);
        if (check.Failed)
        {
            return check.Result;
        }

        _acts.Add(
            new()
            {
                Support = change.Support,
                State = change.State,
                Note = change.Note,
                On = at.Day,
                KnownOn = at.Today,
                RecordedAt = at.Now,
            }
        );
        AppendedAt = at.Now;
        return Result.Ok;
    }

    /// <summary>An offer that was declined can still be taken up, and one that has ended can be made anew.</summary>
    private static bool MayFollow(SupportState now, SupportState next) =>
        next switch
        {
            SupportState.Offered => now is SupportState.NotOffered or SupportState.Declined or SupportState.Ended,
            SupportState.TakenUp => now is SupportState.Offered or SupportState.Declined,
            SupportState.Declined => now is SupportState.Offered,
            SupportState.Ended => now is SupportState.Offered or SupportState.TakenUp,
            _ => false,
        };
}
