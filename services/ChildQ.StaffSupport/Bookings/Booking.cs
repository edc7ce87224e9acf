using ChildQ.ServiceDefaults.Data;

namespace ChildQ.StaffSupport.Bookings;

/// <summary>Whether a booking has a place.</summary>
public enum BookingState
{
    Booked,
    Waiting,
}

/// <summary>
/// One person's place at a session, or their turn for one. Confidential: only the person and the session's facilitator ever see that it
/// exists. Raises no event, holds no name, and is deleted when it is given back.
/// </summary>
public sealed class Booking : Entity
{
    private Booking() { }

    public Guid SessionId { get; private init; }

    /// <summary>Token subject of the person: an opaque id.</summary>
    public string BookedBy { get; private init; } = "";

    public BookingState State { get; private set; }

    /// <summary>Rises with every booking of a session: the order of the waiting list.</summary>
    public int Turn { get; private init; }

    public DateTimeOffset BookedAt { get; private init; }

    internal static Booking Of(Guid sessionId, string bookedBy, BookingState state, int turn, DateTimeOffset now) =>
        new()
        {
            SessionId = sessionId,
            BookedBy = bookedBy,
            State = state,
            Turn = turn,
            BookedAt = now,
        };

    internal void GetPlace() => State = BookingState.Booked;
}
