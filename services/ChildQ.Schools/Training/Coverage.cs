using ChildQ.Schools.Governors;
using ChildQ.Schools.Register;

namespace ChildQ.Schools.Training;

/// <summary>Whose training it is.</summary>
public enum CoveredPart
{
    /// <summary>Head and staff.</summary>
    School,

    /// <summary>The governing board.</summary>
    Board,
}

/// <summary>How a school, or its board, stands with a topic. About the school: of how many people is not told.</summary>
public enum CoverageState
{
    /// <summary>Nobody has attended training in it.</summary>
    Never,

    /// <summary>Somebody has, and no certificate of it holds any more.</summary>
    Expired,

    /// <summary>Somebody has, and a certificate of it holds, or it does not expire.</summary>
    Trained,
}

/// <param name="On">London date of the session whose certificate holds longest; none where there is none.</param>
/// <param name="Until">London date on which that certificate ceases to hold, or has; none where it does not expire.</param>
/// <param name="ExpiresSoon">It holds, and will for no more than <see cref="Coverage.SoonDays"/> days.</param>
public sealed record TopicStanding(Topic Topic, CoveredPart Part, CoverageState State, DateOnly? On, DateOnly? Until, bool ExpiresSoon)
{
    public bool IsGap => State != CoverageState.Trained;
}

/// <summary>What one school has been trained in, as at a date.</summary>
/// <param name="Id">The school's.</param>
/// <param name="Gaps">Standings that are never or expired.</param>
public sealed record CoverageRow(
    Guid Id,
    int Urn,
    string School,
    string Phase,
    int Gaps,
    int ExpiringSoon,
    IReadOnlyList<TopicStanding> Standings
);

/// <summary>How many open schools, or their boards, stand how with a topic.</summary>
public sealed record TopicTotal(Topic Topic, CoveredPart Part, int Trained, int Expired, int Never, int ExpiringSoon);

/// <summary>
/// Coverage by school and by governing board, computed from who attended what: a certificate holds from the day of the session for the months that
/// the session gives, and is never typed in.
/// </summary>
public sealed class Coverage
{
    /// <summary>Days before the end of a certificate from which on it is shown as expiring.</summary>
    public const int SoonDays = 60;

    private readonly ILookup<(Guid School, CoveredPart Part, Topic Topic), Certificate> _certificates;
    private readonly DateOnly _asAt;

    private Coverage(IEnumerable<((Guid, CoveredPart, Topic) Of, Certificate Certificate)> certificates, DateOnly asAt) =>
        (_certificates, _asAt) = (certificates.ToLookup(c => c.Of, c => c.Certificate), asAt);

    /// <summary>The six topics, for the school and for its board.</summary>
    public static IReadOnlyList<(CoveredPart Part, Topic Topic)> Cells { get; } =
    [.. Enum.GetValues<CoveredPart>().SelectMany(part => Enum.GetValues<Topic>().Select(topic => (part, topic)))];

    /// <summary>What was known of certificates as at a date.</summary>
    public static Coverage Of(IEnumerable<TrainingSession> sessions, DateOnly asAt) =>
        new(
            from session in sessions
            where session.On <= asAt
            from booking in session.Bookings
            where booking.AsAt(asAt) is { State: BookingState.Booked, Attended: > 0 }
            from topic in session.Topics
            select ((booking.SchoolId, PartOf(booking.For), topic), new Certificate(session.On!.Value, session.CertificatesUntil)),
            asAt
        );

    public IReadOnlyList<TopicStanding> Of(Guid school) => [.. Cells.Select(cell => Standing(school, cell.Part, cell.Topic))];

    public CoverageRow Of(SchoolRecord school)
    {
        ArgumentNullException.ThrowIfNull(school);
        var standings = Of(school.SchoolId);
        return new(
            school.SchoolId,
            school.Urn,
            school.Details.Name,
            school.Details.Phase,
            standings.Count(s => s.IsGap),
            standings.Count(s => s.ExpiresSoon),
            standings
        );
    }

    /// <summary>Gaps first: the schools with most of them, then those with most that will be soon.</summary>
    public static IReadOnlyList<CoverageRow> GapsFirst(IEnumerable<CoverageRow> rows) =>
        [
            .. rows.OrderByDescending(r => r.Gaps)
                .ThenByDescending(r => r.ExpiringSoon)
                .ThenBy(r => r.School, StringComparer.Ordinal)
                .ThenBy(r => r.Urn),
        ];

    public static IReadOnlyList<TopicTotal> Totals(IReadOnlyCollection<CoverageRow> rows) =>
        [
            .. Cells.Select(cell =>
            {
                var of = rows.SelectMany(r => r.Standings).Where(s => s.Part == cell.Part && s.Topic == cell.Topic).ToList();
                int Count(CoverageState state) => of.Count(s => s.State == state);
                return new TopicTotal(
                    cell.Topic,
                    cell.Part,
                    Count(CoverageState.Trained),
                    Count(CoverageState.Expired),
                    Count(CoverageState.Never),
                    of.Count(s => s.ExpiresSoon)
                );
            }),
        ];

    public static CoveredPart PartOf(Attendee attendee) => attendee == Attendee.Governor ? CoveredPart.Board : CoveredPart.School;

    private TopicStanding Standing(Guid school, CoveredPart part, Topic topic)
    {
        var longest = _certificates[(school, part, topic)]
            .OrderByDescending(c => c.Until ?? DateOnly.MaxValue)
            .ThenByDescending(c => c.On)
            .FirstOrDefault();
        if (longest is null)
        {
            return new(topic, part, CoverageState.Never, On: null, Until: null, ExpiresSoon: false);
        }

        var holds = longest.Until is null || longest.Until > _asAt;
        return new(
            topic,
            part,
            holds ? CoverageState.Trained : CoverageState.Expired,
            longest.On,
            longest.Until,
            holds && longest.Until <= _asAt.AddDays(SoonDays)
        );
    }

    private sealed record Certificate(DateOnly On, DateOnly? Until);
}
