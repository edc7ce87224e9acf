namespace ChildQ.Schools.Training;

/// <summary>Where a booking stands.</summary>
public enum BookingState
{
    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Has its places.</summary>
    Booked,
    GivenBack,
}

/// <summary>How a booking stood from a date on. Appended, never changed.</summary>
/// <param name="Attended">How many of its places were attended; none before that was recorded.</param>
/// <param name="KnownOn">London date.</param>
public sealed record BookingStanding(
    int Sequence,
    BookingState State,
    int Places,
    int? Attended,
    DateOnly KnownOn,
    DateTimeOffset RecordedAt
)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>A school's places at a session for one role, or its turn for them. How many and for which role; never who.</summary>
public sealed class TrainingBooking
{
    private readonly List<BookingStanding> _standings = [];

    private TrainingBooking() { }

    internal TrainingBooking(Guid schoolId, int urn, Attendee attendee, int turn) =>
        (SchoolId, Urn, For, Turn) = (schoolId, urn, attendee, turn);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid SchoolId { get; private init; }

    public int Urn { get; private init; }

    public Attendee For { get; private init; }

    /// <summary>1 for the first that asked, and so on: the order of the waiting list.</summary>
    public int Turn { get; private init; }

    public IReadOnlyList<BookingStanding> Standings => _standings;

    /// <summary>As it stands now.</summary>
    public BookingStanding Standing => _standings.MaxBy(s => s.Sequence)!;

    public bool IsActive => Standing.State != BookingState.GivenBack;

    /// <summary>Places that it takes up; none while it waits.</summary>
    public int Taken => TakenBy(Standing);

    /// <summary>As it stood at a date; none before it was made.</summary>
    public BookingStanding? AsAt(DateOnly asAt) => _standings.Where(s => s.KnownOn <= asAt).MaxBy(s => s.Sequence);

    /// <summary>The London date on which it was asked for.</summary>
    public DateOnly AskedOn => _standings.MinBy(s => s.Sequence)!.KnownOn;

    /// <summary>The London date on which the waiting list moved up to it; none where it never waited, or still does.</summary>
    public DateOnly? MovedUpOn(DateOnly asAt) =>
        _standings.Exists(s => s.State == BookingState.Waiting)
            ? _standings.Where(s => s.State == BookingState.Booked && s.KnownOn <= asAt).MinBy(s => s.Sequence)?.KnownOn
            : null;

    public static int TakenBy(BookingStanding? standing) => standing?.State == BookingState.Booked ? standing.Places : 0;

    internal void Stand(BookingState state, int places, int? attended, Moment moment) =>
        _standings.Add(new(_standings.Count + 1, state, places, attended, moment.Today, moment.Now));
}
