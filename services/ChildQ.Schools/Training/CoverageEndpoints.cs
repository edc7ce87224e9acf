using ChildQ.Schools.Governors;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>Which of the coverage is asked for: open schools only.</summary>
/// <param name="Q">Part of the school's name, or its URN.</param>
/// <param name="State">Only schools that stand so with one of the topics asked for.</param>
/// <param name="ExpiresSoon">Only schools of which a certificate holds for no more than 60 days.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record CoverageFilter(
    string? Q,
    string? Phase,
    Word<Topic>? Topic,
    Word<CoveredPart>? Part,
    Word<CoverageState>? State,
    bool? ExpiresSoon,
    DateOnly? AsAt
);

/// <summary>Coverage as at a date.</summary>
/// <param name="Schools">Gaps first.</param>
/// <param name="Totals">Of the schools that the caller sees and asked for by name and phase, by topic.</param>
public sealed record CoverageView(DateOnly AsAt, IReadOnlyList<TopicTotal> Totals, IReadOnlyList<CoverageRow> Schools);

/// <summary>One standing as a row of CSV.</summary>
public sealed record CoverageCsvRow(
    int Urn,
    string School,
    string Phase,
    CoveredPart Part,
    Topic Topic,
    CoverageState State,
    DateOnly? On,
    DateOnly? Until,
    bool ExpiresSoon
);

/// <summary>A booking of a school with the session it is of.</summary>
public sealed record SchoolBookingView(
    Guid SessionId,
    string Title,
    TrainingKind Kind,
    TrainingStatus Status,
    string? CancelledBecause,
    DateOnly? On,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    TrainingBookingView Booking
);

/// <summary>One school's training, as at a date.</summary>
/// <param name="ExpiringSoon">Standings whose certificate holds for no more than 60 days, the first to end first.</param>
/// <param name="Bookings">The school's, those to come first; for itself and the schools lead.</param>
public sealed record SchoolTrainingView(
    Guid Id,
    int Urn,
    string School,
    int Gaps,
    IReadOnlyList<TopicStanding> Standings,
    IReadOnlyList<TopicStanding> ExpiringSoon,
    IReadOnlyList<SchoolBookingView> Bookings
);

/// <summary>Who is trained in what, and who is not. A school sees its own; police nothing.</summary>
public static class CoverageEndpoints
{
    public static void MapCoverage(this RouteGroupBuilder group)
    {
        group
            .MapGet("/coverage", List)
            .RequireAuthorization(Can.ReadTraining)
            .Produces<CoverageView>()
            .WithSummary("Each open school's training by topic, its own and its board's: trained, expired, never. Gaps first.");
        group
            .MapGet("/coverage/export.csv", Export)
            .RequireAuthorization(Can.ReadTraining)
            .WithSummary("The same, a row for each school, part and topic.");
        group
            .MapGet("/schools/{urn:int}", OfSchool)
            .RequireAuthorization(Can.ReadTraining)
            .Produces<SchoolTrainingView>()
            .ProducesProblem(404)
            .WithSummary("One school's training, bookings and certificates, as at a date.");
    }

    /// <summary>What all sessions that were held say of certificates.</summary>
    internal static async Task<Coverage> CoverageAsync(this SchoolsDb db, DateOnly asAt, CancellationToken ct) =>
        Coverage.Of(await db.Training().AsNoTracking().Where(s => s.HeldKnownOn <= asAt && s.Topics.Count > 0).ToListAsync(ct), asAt);

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] CoverageFilter filter,
        CancellationToken ct
    )
    {
        var at = filter.AsAt ?? Moment.Of(clock).Today;
        var rows = await RowsAsync(db, user, filter, at, ct);
        return TypedResults.Ok(new CoverageView(at, Coverage.Totals(rows), Coverage.GapsFirst(rows.Where(r => Asked(r, filter)))));
    }

    private static CsvFile<CoverageCsvRow> Export(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] CoverageFilter filter,
        CancellationToken ct
    ) => CsvExport.Of(CsvRowsAsync(db, user, filter, filter.AsAt ?? Moment.Of(clock).Today, ct), "training-coverage.csv");

    private static async IAsyncEnumerable<CoverageCsvRow> CsvRowsAsync(
        SchoolsDb db,
        CurrentUser user,
        CoverageFilter filter,
        DateOnly at,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var rows = await RowsAsync(db, user, filter, at, ct);
        foreach (var row in Coverage.GapsFirst(rows.Where(r => Asked(r, filter))))
        {
            foreach (var s in row.Standings.Where(s => Asked(s, filter)).OrderBy(s => s.State).ThenBy(s => s.Until))
            {
                yield return new(row.Urn, row.School, row.Phase, s.Part, s.Topic, s.State, s.On, s.Until, s.ExpiresSoon);
            }
        }
    }

    private static async Task<IResult> OfSchool(
        int urn,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var moment = Moment.Of(clock);
        var at = asAt ?? moment.Today;
        if (await db.ProgressVisibleTo(user, at).FirstOrDefaultAsync(r => r.Urn == urn, ct) is not { } school)
        {
            return Problem.NotFound("school");
        }

        var standings = (await db.CoverageAsync(at, ct)).Of(school.SchoolId);
        return TypedResults.Ok(
            new SchoolTrainingView(
                school.SchoolId,
                urn,
                school.Details.Name,
                standings.Count(s => s.IsGap),
                standings,
                [.. standings.Where(s => s.ExpiresSoon).OrderBy(s => s.Until)],
                await BookingsAsync(db, user, school, new(user, moment, at, await db.NamesForAsync(user, at)), at, ct)
            )
        );
    }

    private static async Task<IReadOnlyList<SchoolBookingView>> BookingsAsync(
        SchoolsDb db,
        CurrentUser user,
        SchoolRecord school,
        TrainingShown shown,
        DateOnly at,
        CancellationToken ct
    )
    {
        var maySee = user.MaySee();
        var sessions = await db.Training()
            .AsNoTracking()
            .Where(s => s.KnownOn <= at && s.Bookings.Any(b => b.SchoolId == school.SchoolId))
            .ToListAsync(ct);
        return
        [
            .. sessions
                .SelectMany(s => s.Bookings.Where(b => b.SchoolId == school.SchoolId && maySee(b)).Select(b => View(s, b, shown, at)))
                .OfType<SchoolBookingView>()
                .OrderByDescending(v => v.Status < TrainingStatus.Held)
                .ThenByDescending(v => v.On ?? DateOnly.MaxValue)
                .ThenBy(v => v.Booking.For),
        ];
    }

    private static SchoolBookingView? View(TrainingSession session, TrainingBooking booking, TrainingShown shown, DateOnly at)
    {
        var (plan, status) = (session.PlanAsAt(at)!, session.StatusAsAt(at));
        return shown.View(session, booking) is not { } view
            ? null
            : new(
                session.Id,
                session.Title,
                session.Kind,
                status,
                status == TrainingStatus.Cancelled ? session.CancelledBecause : null,
                plan.On,
                plan.StartsAt,
                plan.EndsAt,
                plan.Place,
                view
            );
    }

    private static async Task<List<CoverageRow>> RowsAsync(
        SchoolsDb db,
        CurrentUser user,
        CoverageFilter filter,
        DateOnly at,
        CancellationToken ct
    )
    {
        var schools = await db.ProgressVisibleTo(user, at)
            .Open()
            .Matching(new(filter.Q, filter.Phase, Type: null, Status: null, AsAt: null))
            .ToListAsync(ct);
        var coverage = await db.CoverageAsync(at, ct);
        return schools.ConvertAll(coverage.Of);
    }

    private static bool Asked(CoverageRow row, CoverageFilter filter) => row.Standings.Any(s => Asked(s, filter));

    private static bool Asked(TopicStanding standing, CoverageFilter filter) =>
        (filter.Topic is null || filter.Topic.Value.Value == standing.Topic)
        && (filter.Part is null || filter.Part.Value.Value == standing.Part)
        && (filter.State is null || filter.State.Value.Value == standing.State)
        && (filter.ExpiresSoon != true || standing.ExpiresSoon);
}
