using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Training;

/// <summary>The places of a session: asked for, waited for, given back, attended. Held under the session's lock.</summary>
public sealed partial class TrainingSession
{
    private readonly List<TrainingBooking> _bookings = [];

    public IReadOnlyList<TrainingBooking> Bookings => _bookings;

    /// <summary>Places that nobody has; none where the capacity is not known.</summary>
    public int? PlacesFree => Plan.Capacity is { } all ? Math.Max(0, all - _bookings.Sum(b => b.Taken)) : null;

    /// <summary>London date on which certificates of it cease to hold; none where they do not, or its day is not known.</summary>
    public DateOnly? CertificatesUntil => CertificateMonths is { } months ? On?.AddMonths(months) : null;

    /// <summary>
    /// Whether places can be booked. Problems: <c>training/cancelled</c>, <c>training/over</c>, <c>training/no-day-yet</c>,
    /// <c>training/no-places-yet</c>.
    /// </summary>
    public Result TakesBookings(DateTime london) =>
        new Check()
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This was cancelled.")
            .That(
                Status != TrainingStatus.Held && !Plan.HasBegun(london),
                "training/over",
                "This has begun or is over: its places can no longer be booked or given back."
            )
            .That(Plan.On is not null, "training/no-day-yet", "Its day is not known yet. It can be booked once it is.")
            .That(Plan.Capacity is not null, "training/no-places-yet", "Its places are not known yet. It can be booked once they are.")
            .Result;

    /// <summary>
    /// A school asks for places: given at once where so many are free, else on the waiting list. Problems: those of <see cref="TakesBookings"/>,
    /// <c>training/already-booked</c>, <c>training/not-for</c>, <c>training/places</c>, <c>school/not-open</c>.
    /// </summary>
    public Result<TrainingBooking> Book(School school, PlacesAsked asked, Moment moment)
    {
        var check = new Check()
            .And(TakesBookings(moment.London))
            .That(school.IsOpen, "school/not-open", "This school is not open.", "urn")
            .That(
                !_bookings.Exists(b => b.SchoolId == school.Id && b.For == asked.For && b.IsActive),
                "training/already-booked",
                "Your school has asked for places for this role already. Give them back first to ask for another number.",
                "for"
            )
            .That(
                Enum.IsDefined(asked.For) && (ForWhom.Count == 0 || ForWhom.Contains(asked.For)),
                "training/not-for",
                "This is not for that role.",
                "for"
            )
            .That(
                asked.Places >= 1 && asked.Places <= (Plan.Capacity ?? MostPlaces),
                "training/places",
                $"Ask for 1 to {Plan.Capacity ?? MostPlaces} places.",
                "places"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        var booking = new TrainingBooking(school.Id, school.Urn, asked.For, _bookings.Count + 1);
        booking.Stand(asked.Places <= PlacesFree ? BookingState.Booked : BookingState.Waiting, asked.Places, attended: null, moment);
        _bookings.Add(booking);
        AppendedAt = moment.Now;
        return booking;
    }

    /// <summary>
    /// A school gives places back, all or some, and the waiting list moves up. Problems: <c>training/cancelled</c>, <c>training/over</c>,
    /// <c>training/given-back</c>, <c>training/places</c>.
    /// </summary>
    /// <param name="places">How many; all of them where none is given.</param>
    public Result GiveBack(TrainingBooking booking, int? places, Moment moment)
    {
        var standing = booking.Standing;
        var check = new Check()
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This was cancelled.")
            .That(
                Status != TrainingStatus.Held && !Plan.HasBegun(moment.London),
                "training/over",
                "This has begun or is over: its places can no longer be booked or given back."
            )
            .That(booking.IsActive, "training/given-back", "These places were given back already.")
            .That(
                !booking.IsActive || places is null || (places >= 1 && places <= standing.Places),
                "training/places",
                $"Give back 1 to {standing.Places} places.",
                "places"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        var left = standing.Places - (places ?? standing.Places);
        booking.Stand(left == 0 ? BookingState.GivenBack : standing.State, left, attended: null, moment);
        AppendedAt = moment.Now;
        MoveUp(moment);
        return Result.Ok;
    }

    /// <summary>
    /// Records, once it has begun, how many of each booking's places were attended; a booking left out had nobody there, and in a correction stays as it
    /// was. Problems: <c>training/cancelled</c>, <c>training/no-day-yet</c>, <c>training/not-yet</c>, <c>training/attendance</c>.
    /// </summary>
    public Result Record(IReadOnlyList<Attendance> attendance, Moment moment)
    {
        var booked = _bookings.FindAll(b => b.Standing.State == BookingState.Booked);
        var check = new Check()
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This was cancelled.")
            .That(Plan.On is not null, "training/no-day-yet", "Its day is not known. Put that on record first.")
            .That(Plan.On is null || Plan.HasBegun(moment.London), "training/not-yet", "This has not been held yet.")
            .That(
                attendance.DistinctBy(a => a.Booking).Count() == attendance.Count
                    && attendance.All(a => booked.Exists(b => b.Id == a.Booking && a.Attended >= 0 && a.Attended <= b.Taken)),
                "training/attendance",
                "Each booking that has places is counted once, with none to all of them.",
                "attendance"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        foreach (var booking in booked)
        {
            var told = attendance.FirstOrDefault(a => a.Booking == booking.Id)?.Attended ?? booking.Standing.Attended ?? 0;
            if (told != booking.Standing.Attended)
            {
                booking.Stand(BookingState.Booked, booking.Taken, told, moment);
            }
        }

        AppendedAt = moment.Now;
        if (HeldKnownOn is null)
        {
            HeldKnownOn = moment.Today;
            RaiseHeld(booked.Where(b => b.Standing.Attended > 0).Select(b => b.SchoolId).Distinct().Count(), moment.Today);
        }

        return Result.Ok;
    }

    /// <summary>Gives free places to the first on the waiting list that they are enough for, until they are enough for none.</summary>
    private void MoveUp(Moment moment)
    {
        if (!TakesBookings(moment.London).IsOk)
        {
            return;
        }

        foreach (var next in _bookings.Where(b => b.Standing.State == BookingState.Waiting).OrderBy(b => b.Turn))
        {
            if (next.Standing.Places <= PlacesFree)
            {
                next.Stand(BookingState.Booked, next.Standing.Places, attended: null, moment);
                AppendedAt = moment.Now;
                Raise(new TrainingWaitEnded(Id, Reference, next.Urn, moment.Today, SharingLevel.CouncilOnly));
            }
        }
    }
}
