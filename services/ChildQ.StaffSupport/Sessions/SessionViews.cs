using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.StaffSupport.Bookings;

namespace ChildQ.StaffSupport.Sessions;

/// <summary>What is said about places, to everyone alike. How it keeps small numbers in: the README, "Places".</summary>
public enum Places
{
    /// <summary>No day yet, no places given, begun, over or cancelled.</summary>
    NotBookable,

    /// <summary>There are places. Says nothing about whether anybody has booked.</summary>
    Available,

    /// <summary>All places are taken; a booking goes on the waiting list.</summary>
    Full,

    /// <summary>So few places that "full" would tell a small number: book, and a place or the waiting list is the answer.</summary>
    Ask,
}

/// <summary>A session as shown, as at a date.</summary>
/// <param name="FacilitatorId">Shown only to whoever keeps the register, and to the facilitator.</param>
public sealed record SessionView(
    Guid Id,
    string Reference,
    SessionKind Kind,
    string Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    Places Places,
    string? Facilitator,
    string? FacilitatorId,
    string? Audience,
    DateOnly? CancelledOn,
    string? CancelledBecause,
    DateOnly KnownOn,
    string? Source
);

/// <summary>Shows sessions to one person at one moment.</summary>
public sealed class SessionShown(CurrentUser user, SmallNumbers small, DateTime london, DateOnly asAt)
{
    /// <param name="session">The session.</param>
    /// <param name="taken">How many places are taken. Goes no further than <see cref="PlacesOf"/>.</param>
    public SessionView View(SupportSession session, int taken)
    {
        var cancelled = session.CancelledOn <= asAt;
        return new(
            session.Id,
            session.Reference,
            session.Kind,
            session.Title,
            session.StartsOn,
            session.StartsAt,
            session.EndsAt,
            session.Place,
            session.Capacity,
            PlacesOf(session, taken, london, small),
            session.Facilitator,
            user.Has(Roles.StaffLead) || session.FacilitatorId == user.Id ? session.FacilitatorId : null,
            session.Audience,
            cancelled ? session.CancelledOn : null,
            cancelled ? session.CancelledBecause : null,
            session.KnownOn,
            session.Source
        );
    }

    /// <summary>
    /// "Full" is only ever said of at least as many places as suppression lets be counted, whatever the capacity is corrected to: it then means a
    /// number that may be shown. "Available" may mean that nobody has booked.
    /// </summary>
    public static Places PlacesOf(SupportSession session, int taken, DateTime london, SmallNumbers small) =>
        !BookingList.TakesBookings(session, london).IsOk ? Places.NotBookable
        : session.Capacity < small.Threshold ? Places.Ask
        : taken >= session.Capacity ? Places.Full
        : Places.Available;
}
