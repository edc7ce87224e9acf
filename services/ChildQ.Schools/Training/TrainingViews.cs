using ChildQ.Schools.Governors;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Training;

/// <summary>What is said about places to everyone alike.</summary>
public enum Places
{
    /// <summary>No day or no number of places yet, begun, over or cancelled.</summary>
    NotBookable,
    Available,

    /// <summary>All places are taken: a booking goes on the waiting list.</summary>
    Full,
}

/// <summary>A day that was planned and moved.</summary>
/// <param name="KnownOn">London date on which it moved.</param>
public sealed record TrainingMoveView(DateOnly? From, DateOnly? To, string? Reason, DateOnly KnownOn);

/// <summary>A booking as its school and the schools lead see it.</summary>
/// <param name="School">As the register has it; none where it does not any more.</param>
/// <param name="PlaceInLine">1 for the first on the waiting list; none for one that has its places.</param>
/// <param name="MovedUpOn">London date on which the waiting list moved up to it.</param>
/// <param name="CertificatesUntil">London date on which the certificates of the places attended cease to hold.</param>
public sealed record TrainingBookingView(
    Guid Id,
    int Urn,
    string? School,
    Attendee For,
    int Places,
    BookingState State,
    int? PlaceInLine,
    DateOnly AskedOn,
    DateOnly? MovedUpOn,
    int? Attended,
    DateOnly? CertificatesUntil
);

/// <summary>A session as shown, as at a date.</summary>
/// <param name="FirstOn">The first day that was planned, where it has moved since.</param>
/// <param name="PlacesFree">To the schools lead and to schools; none for others.</param>
/// <param name="Waiting">Bookings on the waiting list; to the schools lead and to schools, none for others.</param>
/// <param name="Bookings">A school's own, every one for the schools lead, none for others.</param>
public sealed record TrainingView(
    Guid Id,
    string Reference,
    TrainingKind Kind,
    string Title,
    string? Detail,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<Attendee> ForWhom,
    DateOnly? On,
    DateOnly? FirstOn,
    string? OnText,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    int? CertificateMonths,
    string? Provider,
    TrainingStatus Status,
    DateOnly? CancelledOn,
    string? CancelledBecause,
    IReadOnlyList<TrainingMoveView> Moves,
    Places Places,
    int? PlacesFree,
    int? Waiting,
    IReadOnlyList<TrainingBookingView> Bookings,
    DateOnly KnownOn,
    string? Source
);

/// <summary>Shows sessions to one person, as at a date.</summary>
/// <param name="names">Schools by URN, of those that this person may see.</param>
public sealed class TrainingShown(CurrentUser user, Moment moment, DateOnly asAt, IReadOnlyDictionary<int, string>? names = null)
{
    private readonly Func<TrainingBooking, bool> _maySee = user.MaySee();
    private readonly bool _seesPlaces = user.SeesPlaces();

    public TrainingView View(TrainingSession s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var plan = s.PlanAsAt(asAt)!;
        var (status, line) = (s.StatusAsAt(asAt), Line(s));
        var free = plan.Capacity is { } all ? Math.Max(0, all - s.Bookings.Sum(b => TrainingBooking.TakenBy(b.AsAt(asAt)))) : (int?)null;
        var moves = Moves(s);
        return new(
            s.Id,
            s.Reference,
            s.Kind,
            s.Title,
            s.Detail,
            s.Topics,
            s.ForWhom,
            plan.On,
            moves.Count > 0 ? moves[0].From : null,
            plan.OnText,
            plan.StartsAt,
            plan.EndsAt,
            plan.Place,
            plan.Capacity,
            s.CertificateMonths,
            s.Provider,
            status,
            status == TrainingStatus.Cancelled ? s.CancelledKnownOn : null,
            status == TrainingStatus.Cancelled ? s.CancelledBecause : null,
            moves,
            PlacesOf(status, plan, free),
            _seesPlaces ? free : null,
            _seesPlaces ? line.Count : null,
            [.. s.Bookings.Where(_maySee).OrderBy(b => b.Turn).Select(b => View(s, b, line)).OfType<TrainingBookingView>()],
            s.KnownOn,
            s.Source
        );
    }

    public TrainingBookingView? View(TrainingSession session, TrainingBooking booking) => View(session, booking, Line(session));

    private TrainingBookingView? View(TrainingSession session, TrainingBooking booking, List<TrainingBooking> line)
    {
        if (booking.AsAt(asAt) is not { } standing)
        {
            return null;
        }

        return new(
            booking.Id,
            booking.Urn,
            names?.GetValueOrDefault(booking.Urn),
            booking.For,
            standing.Places,
            standing.State,
            standing.State == BookingState.Waiting ? line.IndexOf(booking) + 1 : null,
            booking.AskedOn,
            booking.MovedUpOn(asAt),
            standing.Attended,
            standing.Attended > 0 ? session.CertificatesUntil : null
        );
    }

    private List<TrainingBooking> Line(TrainingSession session) =>
        [.. session.Bookings.Where(b => b.AsAt(asAt)?.State == BookingState.Waiting).OrderBy(b => b.Turn)];

    private Places PlacesOf(TrainingStatus status, TrainingPlan plan, int? free)
    {
        var wall = asAt < moment.Today ? asAt.ToDateTime(TimeOnly.MinValue) : moment.London;
        return status >= TrainingStatus.Held || plan.On is null || free is null || plan.HasBegun(wall) ? Places.NotBookable
            : free == 0 ? Places.Full
            : Places.Available;
    }

    private List<TrainingMoveView> Moves(TrainingSession session)
    {
        var plans = session.Plans.Where(p => p.KnownOn <= asAt).OrderBy(p => p.Sequence).ToList();
        return
        [
            .. plans
                .Zip(plans.Skip(1))
                .Where(p => p.Second.Reason is not null)
                .Select(p => new TrainingMoveView(p.First.On, p.Second.On, p.Second.Reason, p.Second.KnownOn)),
        ];
    }
}
