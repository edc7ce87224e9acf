using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Bookings;

/// <summary>A person's own booking, as that person sees it. Not their place in the line: that would tell how few others wait.</summary>
public sealed record MyBookingView(
    Guid Id,
    BookingState State,
    DateTimeOffset BookedAt,
    Guid SessionId,
    string Reference,
    SessionKind Kind,
    string Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    string? Facilitator,
    bool SessionCancelled,
    string? CancelledBecause
)
{
    public static MyBookingView Of(Booking booking, SupportSession session) =>
        new(
            booking.Id,
            booking.State,
            booking.BookedAt,
            session.Id,
            session.Reference,
            session.Kind,
            session.Title,
            session.StartsOn,
            session.StartsAt,
            session.EndsAt,
            session.Place,
            session.Facilitator,
            session.IsCancelled,
            session.CancelledBecause
        );
}

/// <summary>A booking, as the session's facilitator sees it.</summary>
/// <param name="Person">The person's account: an opaque id, no name.</param>
/// <param name="PlaceInLine">1 for the first on the waiting list; none for whoever has a place.</param>
public sealed record SessionBookingView(Guid Id, string Person, BookingState State, int? PlaceInLine, DateTimeOffset BookedAt);
