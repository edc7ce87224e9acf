using ChildQ.Schools.Governors;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.Training;

/// <summary>What is held (report of June 2022, 2 > Working with schools > 2, 3 and 8).</summary>
public enum TrainingKind
{
    Training,
    Conference,
}

public enum TrainingStatus
{
    Planned,

    /// <summary>A programme or series that has begun and goes on. What of it can be booked is an entry of its own, with its day and places.</summary>
    UnderWay,
    Held,
    Cancelled,
}

/// <summary>The role that a place is for. Roles only: who comes is the school's to know.</summary>
public enum Attendee
{
    Head,
    Staff,
    Governor,
}

/// <summary>A session or conference as written. Dates and times are London's.</summary>
/// <param name="Topics">What it trains in; none where it gives no training in one of the topics.</param>
/// <param name="ForWhom">The roles it is for; none where it is for all of them, or not stated.</param>
/// <param name="On">None where the day is not known yet; no places can then be booked.</param>
/// <param name="OnText">The date in the words of its source: "Autumn 2022".</param>
/// <param name="Capacity">Places; none where not known, and then none can be booked.</param>
/// <param name="CertificateMonths">For how many months a certificate of it holds; none where it does not expire.</param>
/// <param name="Provider">A team or organisation; never a private person.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record TrainingText(
    string? Reference,
    TrainingKind Kind,
    [property: FreeText] string? Title,
    [property: FreeText] string? Detail,
    IReadOnlyList<Topic>? Topics,
    IReadOnlyList<Attendee>? ForWhom,
    DateOnly? On,
    [property: FreeText] string? OnText,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    [property: FreeText] string? Place,
    int? Capacity,
    int? CertificateMonths,
    [property: FreeText] string? Provider,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>Another day or other times, and why. No day where it is put off and the new one is not known yet.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record TrainingMove(
    DateOnly? On,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    [property: FreeText] string? Reason,
    bool Confirmed = false
) : IFreeText;

/// <param name="Reason">Shown to everyone who sees the session.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record TrainingCancellation([property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>Places that a school asks for.</summary>
/// <param name="Urn">The school; a <c>school</c> user's own where left out.</param>
/// <param name="For">The role they are for.</param>
public sealed record PlacesAsked(int? Urn, Attendee For, int Places);

/// <summary>Places that a school gives back; all of them where no number is given.</summary>
public sealed record PlacesReturned(int? Places = null);

/// <summary>How many of a booking's places were attended.</summary>
public sealed record Attendance(Guid Booking, int Attended);

/// <summary>Who came, by booking.</summary>
public sealed record AttendanceRecorded(IReadOnlyList<Attendance>? Attendance);

/// <summary>The moment of an act.</summary>
/// <param name="Today">London's date.</param>
/// <param name="London">London's clock on the wall.</param>
/// <param name="Now">The instant.</param>
public sealed record Moment(DateOnly Today, DateTime London, DateTimeOffset Now)
{
    public static Moment Of(TimeProvider clock) => new(clock.Today(), clock.OnTheWall(), clock.GetUtcNow());
}
