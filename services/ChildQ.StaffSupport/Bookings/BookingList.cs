using ChildQ.ServiceDefaults.Problems;
using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Bookings;

/// <summary>All bookings of one session, held under the session's lock: who has a place, and who is next.</summary>
public sealed class BookingList
{
    private readonly SupportSession _session;
    private readonly List<Booking> _bookings;

    public BookingList(SupportSession session, IEnumerable<Booking> bookings) =>
        (_session, _bookings) = (session, [.. bookings.OrderBy(b => b.Turn)]);

    /// <summary>First those with a place, then the waiting list in its order.</summary>
    public IReadOnlyList<Booking> Bookings => [.. _bookings.OrderBy(b => b.State)];

    private int Taken => _bookings.Count(b => b.State == BookingState.Booked);

    /// <summary>Whether the session takes bookings, or which rule says that it does not. Says nothing about who has booked.</summary>
    public static Result TakesBookings(SupportSession session, DateTime london) =>
        new Check()
            .That(!session.IsCancelled, "booking/session-cancelled", "This session was cancelled.")
            .That(
                session.StartsOn is not null,
                "booking/no-day-yet",
                "The day of this session is not known yet. It can be booked once it is."
            )
            .That(session.Capacity is not null, "booking/none-needed", "This session takes no bookings.")
            .That(!session.HasBegun(london), "booking/session-has-begun", "This session has begun or is over.")
            .Result;

    /// <summary>A place for this person, or the end of the waiting list.</summary>
    public Result<Booking> Book(string person, DateTime london, DateTimeOffset now)
    {
        var check = new Check()
            .And(TakesBookings(_session, london))
            .That(_bookings.TrueForAll(b => b.BookedBy != person), "booking/already-booked", "You have booked this session already.");
        if (check.Failed)
        {
            return check.Result;
        }

        MoveUp(london);
        var state = Taken < _session.Capacity ? BookingState.Booked : BookingState.Waiting;
        var booking = Booking.Of(_session.Id, person, state, _bookings.Select(b => b.Turn).DefaultIfEmpty().Max() + 1, now);
        _bookings.Add(booking);
        return booking;
    }

    /// <summary>The person gives the booking back; a place goes to the first on the waiting list.</summary>
    public Result GiveBack(Booking booking, DateTime london)
    {
        if (_session.HasBegun(london))
        {
            return Rule.Broken("booking/session-has-begun", "This session has begun or is over.");
        }

        _bookings.Remove(booking);
        MoveUp(london);
        return Result.Ok;
    }

    /// <summary>Gives free places to the first on the waiting list.</summary>
    public void MoveUp(DateTime london)
    {
        if (!TakesBookings(_session, london).IsOk)
        {
            return;
        }

        foreach (
            var next in _bookings.Where(b => b.State == BookingState.Waiting).Take(Math.Max(0, _session.Capacity!.Value - Taken)).ToList()
        )
        {
            next.GetPlace();
        }
    }

    /// <summary>1 for the first on the waiting list; none for whoever has a place.</summary>
    public int? PlaceInLine(Booking booking) =>
        booking.State is BookingState.Waiting ? _bookings.Where(b => b.State == BookingState.Waiting).ToList().IndexOf(booking) + 1 : null;
}
