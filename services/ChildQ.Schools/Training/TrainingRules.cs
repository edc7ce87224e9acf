using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Schools.Training;

/// <summary>What is asked of the words of a session, and what others are told of it.</summary>
public sealed partial class TrainingSession
{
    private const int MostPlaces = 5000;
    private const int MostMonths = 120;

    /// <summary>Where the Portal shows it, from the site's root.</summary>
    public string Path => $"/schools/training/{Id}";

    private string What => Kind == TrainingKind.Conference ? "Conference" : "Training";

    private static Check Written(TrainingText text) =>
        new Check()
            .Text(text.Title, "title", 200)
            .OptionalText(text.Detail, "detail", 2000)
            .OptionalText(text.OnText, "onText", 100)
            .OptionalText(text.Place, "place", 300)
            .OptionalText(text.Provider, "provider", 300)
            .That(
                (text.Topics ?? []).All(Enum.IsDefined) && (text.Topics ?? []).Distinct().Count() == (text.Topics ?? []).Count,
                "list/twice",
                "Each topic may be there once only.",
                "topics"
            )
            .That(
                (text.ForWhom ?? []).All(Enum.IsDefined) && (text.ForWhom ?? []).Distinct().Count() == (text.ForWhom ?? []).Count,
                "list/twice",
                "Each role may be there once only.",
                "forWhom"
            )
            .That(
                text.Capacity is null or (>= 1 and <= MostPlaces),
                "training/capacity",
                "There are 1 to 5,000 places, or leave it empty while it is not known.",
                "capacity"
            )
            .That(
                text.CertificateMonths is null or (>= 1 and <= MostMonths),
                "training/certificate",
                "A certificate holds for 1 to 120 months, or leave it empty where it does not expire.",
                "certificateMonths"
            )
            .And(Times(text.On, text.StartsAt, text.EndsAt).Result);

    private static Check Times(DateOnly? on, TimeOnly? startsAt, TimeOnly? endsAt) =>
        new Check()
            .That(startsAt is null || on is not null, "training/time-without-day", "Give the day as well as the time.", "on")
            .That(
                endsAt is null || (startsAt is not null && startsAt < endsAt),
                "training/ends-before-it-starts",
                "Say when it starts, and let it end after that.",
                "endsAt"
            );

    private static string StatusWord(TrainingStatus status) =>
        status switch
        {
            TrainingStatus.UnderWay => "under way",
            TrainingStatus.Held => "held",
            TrainingStatus.Cancelled => "cancelled",
            _ => "planned",
        };

    private void RaisePlanned(DateOnly knownOn) =>
        Raise(
            new TrainingPlanned(
                Id,
                Reference,
                Headline.Of($"{What} for schools {StatusWord(Status)}", Title),
                On,
                knownOn,
                Workstreams.Schools,
                SharingLevel.Public,
                Path
            )
        );

    private void RaiseMoved(TrainingPlan from, TrainingMove move, DateOnly today) =>
        Raise(
            new TrainingMoved(
                Id,
                Reference,
                Headline.Of($"{What} for schools moved", Title),
                today,
                today,
                Workstreams.Schools,
                SharingLevel.Public,
                Path,
                from.On,
                move.On,
                move.Reason!
            )
        );

    private void RaiseHeld(int? schools, DateOnly knownOn) =>
        Raise(
            new TrainingHeld(
                Id,
                Reference,
                Headline.Of($"{What} for schools held", Title),
                On,
                knownOn,
                Workstreams.Schools,
                SharingLevel.Public,
                Path,
                schools
            )
        );

    private void RaiseCancelled(DateOnly knownOn) =>
        Raise(
            new TrainingCancelled(
                Id,
                Reference,
                Headline.Of($"{What} for schools cancelled", Title),
                On,
                knownOn,
                Workstreams.Schools,
                SharingLevel.Public,
                Path
            )
        );
}
