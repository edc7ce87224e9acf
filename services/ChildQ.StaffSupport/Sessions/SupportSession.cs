using ChildQ.Contracts;
using ChildQ.Contracts.StaffSupport;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.StaffSupport.Sessions;

/// <summary>What kind of support.</summary>
public enum SessionKind
{
    /// <summary>Colleagues listen to one another, also about racialised trauma.</summary>
    PeerListening,

    /// <summary>Led by a specialist in racialised trauma.</summary>
    SpecialistLed,
    DropIn,
    QuestionAndAnswer,
    Briefing,
}

/// <summary>What a session says, as written or rewritten. Dates and times are London's.</summary>
/// <param name="StartsOn">None where not known yet; the session then takes no bookings.</param>
/// <param name="Capacity">Places; none where the session takes no bookings.</param>
/// <param name="Facilitator">The team or post that runs it, as shown. Never a private person's name.</param>
/// <param name="FacilitatorId">The token subject of whoever runs it, who then sees its bookings; none where nobody with an account does.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record SessionText(
    string? Reference,
    SessionKind Kind,
    [property: FreeText] string? Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    [property: FreeText] string? Place,
    int? Capacity,
    [property: FreeText] string? Facilitator,
    string? FacilitatorId,
    [property: FreeText] string? Audience,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IFreeText;

/// <summary>
/// A support session for staff. Nothing of its bookings is in it: it is never written when somebody books, so that neither its values nor its
/// ETag tell.
/// </summary>
public sealed class SupportSession : Entity
{
    private SupportSession() { }

    /// <summary>Human reference, unique in the register: <c>STF-SES-001</c>.</summary>
    public string Reference { get; private set; } = "";

    public SessionKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? StartsOn { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    public TimeOnly? EndsAt { get; private set; }

    public string? Place { get; private set; }

    public int? Capacity { get; private set; }

    public string? Facilitator { get; private set; }

    public string? FacilitatorId { get; private set; }

    public string? Audience { get; private set; }

    /// <summary>London date from which the session was known.</summary>
    public DateOnly KnownOn { get; private set; }

    /// <summary>Where it comes from, for example the section of the report of June 2022.</summary>
    public string? Source { get; private set; }

    /// <summary>London date on which it was called off.</summary>
    public DateOnly? CancelledOn { get; private set; }

    public string? CancelledBecause { get; private set; }

    public bool IsCancelled => CancelledOn is not null;

    /// <summary>Puts a session on the register.</summary>
    /// <param name="by">Token subject of whoever schedules it: see <see cref="NotOwnFacilitator"/>.</param>
    public static Result<SupportSession> Schedule(SessionText text, string by, DateOnly today)
    {
        var session = new SupportSession { KnownOn = text.KnownOn ?? today };
        return session
            .Write(text, by)
            .With(() =>
            {
                session.RaiseScheduled(session.KnownOn);
                return session;
            });
    }

    /// <summary>Corrects what is said of the session. Whoever has a place keeps it, also where there are now fewer places.</summary>
    public Result Correct(SessionText text, string by, DateOnly today)
    {
        if (IsCancelled)
        {
            return Rule.Broken("session/cancelled", "This session was cancelled. Put a new one on the register.");
        }

        var moved = Moved(text, today);
        if (!moved.IsOk)
        {
            return moved;
        }

        var before = (StartsOn, Title, Kind);
        var written = Write(text, by);
        if (written.IsOk && before != (StartsOn, Title, Kind))
        {
            RaiseScheduled(today);
        }

        return written;
    }

    /// <summary>Calls the session off. Those who booked see it under their own bookings.</summary>
    public Result Cancel(string? reason, DateOnly today)
    {
        var check = new Check()
            .Text(reason, "reason", 500)
            .That(!IsCancelled, "session/already-cancelled", "This session is cancelled already.")
            .That(StartsOn is null || StartsOn >= today, "session/over", "This session is over: it can no longer be cancelled.");
        if (!check.Failed)
        {
            (CancelledOn, CancelledBecause) = (today, reason);
            Raise(
                new SupportSessionCancelled(
                    Id,
                    Reference,
                    $"Cancelled: {Title}",
                    today,
                    today,
                    Workstreams.Staff,
                    SharingLevel.Public,
                    Path
                )
            );
        }

        return check.Result;
    }

    /// <summary>Whether it has begun, by London's clock. Where no time is known it begins with its day.</summary>
    public bool HasBegun(DateTime london) => StartsOn is { } day && day.ToDateTime(StartsAt ?? TimeOnly.MinValue) <= london;

    /// <summary>
    /// A session whose day is past stays what and when it was, and no other becomes one of the past: else, moved from one count of people to
    /// another, it would tell how many came to it.
    /// </summary>
    private Result Moved(SessionText text, DateOnly today)
    {
        var past = StartsOn < today;
        return new Check()
            .That(!past || text.Kind == Kind, "session/past", "This session is past: its kind stays as it was.", "kind")
            .That(!past || text.StartsOn == StartsOn, "session/past", "This session is past: its day stays as it was.", "startsOn")
            .That(
                past || StartsOn is null || text.StartsOn >= today,
                "session/moved-to-the-past",
                "Move the session to today or a later day. If it does not take place, cancel it.",
                "startsOn"
            )
            .Result;
    }

    private Result Write(SessionText text, string by)
    {
        var check = new Check()
            .Text(text.Reference, "reference", 40)
            .Text(text.Title, "title", 200)
            .OptionalText(text.Place, "place", 300)
            .OptionalText(text.Facilitator, "facilitator", 200)
            .OptionalText(text.FacilitatorId, "facilitatorId", 200)
            .OptionalText(text.Audience, "audience", 500)
            .OptionalText(text.Source, "source", 300)
            .That(
                text.Capacity is null or (>= 1 and <= 5000),
                "session/capacity",
                "Capacity is from 1 to 5,000 places, or left out.",
                "capacity"
            )
            .That(
                text.StartsAt is null || text.StartsOn is not null,
                "session/time-without-day",
                "Give the day as well as the time.",
                "startsOn"
            )
            .That(
                text.EndsAt is null || (text.StartsAt is not null && text.EndsAt > text.StartsAt),
                "session/ends-before-it-starts",
                "Give a time of ending after the time of starting.",
                "endsAt"
            )
            .And(NotOwnFacilitator(text, by));
        if (check.Failed)
        {
            return check.Result;
        }

        (Reference, Kind, Title, Source) = (text.Reference!, text.Kind, text.Title!, text.Source);
        (StartsOn, StartsAt, EndsAt, Place) = (text.StartsOn, text.StartsAt, text.EndsAt, text.Place);
        (Capacity, Facilitator, FacilitatorId, Audience) = (text.Capacity, text.Facilitator, text.FacilitatorId, text.Audience);
        return Result.Ok;
    }

    /// <summary>A facilitator sees who booked. So whoever keeps the register cannot make themselves one.</summary>
    private Result NotOwnFacilitator(SessionText text, string by) =>
        text.FacilitatorId == by && FacilitatorId != by
            ? Rule.Broken(
                "session/facilitator-is-yourself",
                "You keep the register of sessions, so you cannot make yourself a facilitator, who sees the bookings.",
                "facilitatorId"
            )
            : Result.Ok;

    private void RaiseScheduled(DateOnly knownOn) =>
        Raise(
            new SupportSessionScheduled(
                Id,
                Reference,
                $"Support session for staff: {Title}",
                StartsOn,
                knownOn,
                Workstreams.Staff,
                SharingLevel.Public,
                Path
            )
        );

    private string Path => $"/staff-support/sessions/{Id}";
}
