using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using ChildQ.StaffSupport.Bookings;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport.Sessions;

/// <summary>Which sessions are asked for.</summary>
/// <param name="Q">Part of the title or the reference.</param>
/// <param name="When">Upcoming (soonest first, those without a day yet last) or past (latest first); upcoming unless said.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record SessionFilter(string? Q, Word<SessionKind>? Kind, Word<SessionTime>? When, DateOnly? AsAt);

public enum SessionTime
{
    Upcoming,
    Past,
}

/// <summary>A session is called off.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record CancelSession([property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>The register of support sessions: kept by the staff lead. Nobody learns here who booked, or that somebody did.</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/sessions").WithTags("Sessions");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.ReadSessions)
            .Produces<Page<SessionView>>()
            .WithSummary("Sessions by day, as at a date.");
        group.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadSessions).Produces<SessionView>().ProducesProblem(404);
        group
            .MapGet("/export.csv", Export)
            .RequireAuthorization(Can.ReadSessions)
            .WithSummary("All sessions that are not cancelled, as CSV.");
        group
            .MapPost("", Schedule)
            .RequireAuthorization(Can.KeepSessions)
            .Idempotent()
            .Produces<SessionView>(201)
            .ProducesProblem(409)
            .ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepSessions)
            .RequireIfMatch()
            .Produces<SessionView>()
            .ProducesProblem(404)
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/cancellation", Cancel)
            .RequireAuthorization(Can.KeepSessions)
            .RequireIfMatch()
            .Produces<SessionView>()
            .ProducesProblem(404)
            .ProducesProblem(422);
        group.MapSessionImport();
    }

    private static async Task<IResult> List(
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] SessionFilter filter
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var sessions = db.Sessions.AsNoTracking().Where(s => s.KnownOn <= at);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var part = $"%{Like.Escape(filter.Q.Trim())}%";
            sessions = sessions.Where(s => EF.Functions.ILike(s.Title, part, @"\") || EF.Functions.ILike(s.Reference, part, @"\"));
        }

        if (filter.Kind is { Value: var kind })
        {
            sessions = sessions.Where(s => s.Kind == kind);
        }

        var past = filter.When?.Value is SessionTime.Past;
        sessions = past ? sessions.Where(s => s.StartsOn < at) : sessions.Where(s => s.StartsOn == null || s.StartsOn >= at);
        var found = await sessions.ToPageAsync(s => s.StartsOn ?? DateOnly.MaxValue, page, s => s, descending: past);
        var taken = await db.TakenAsync([.. found.Items.Select(s => s.Id)]);
        var shown = new SessionShown(user, small, clock.London(), at);
        return TypedResults.Ok(
            new Page<SessionView>([.. found.Items.Select(s => shown.View(s, taken.GetValueOrDefault(s.Id)))], found.Next)
        );
    }

    private static async Task<IResult> One(
        Guid id,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        return await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.KnownOn <= at) is { } session
            ? await Shown(session, db, user, small, clock, at)
            : Problem.NotFound("session");
    }

    private static CsvFile<SessionRow> Export(StaffSupportDb db, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return CsvExport.Of(
            db.Sessions.AsNoTracking()
                .Where(s => s.KnownOn <= at && (s.CancelledOn == null || s.CancelledOn > at))
                .OrderBy(s => s.Reference)
                .AsAsyncEnumerable()
                .Select(SessionRow.Of),
            "sessions.csv"
        );
    }

    private static Task<IResult> Schedule(
        SessionText text,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        var shown = new SessionShown(user, small, clock.London(), clock.Today());
        return db.SaveNew(
            SupportSession.Schedule(text, user.Id, clock.Today()),
            s => $"{service.Prefix}/sessions/{s.Id}",
            s => shown.View(s, taken: 0)
        );
    }

    private static Task<IResult> Correct(
        Guid id,
        SessionText text,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        HttpContext http
    ) => Change(id, db, user, small, clock, http, session => session.Correct(text, user.Id, clock.Today()));

    private static Task<IResult> Cancel(
        Guid id,
        CancelSession cancel,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        HttpContext http
    ) => Change(id, db, user, small, clock, http, session => session.Cancel(cancel.Reason, clock.Today()));

    private static Task<IResult> Change(
        Guid id,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        HttpContext http,
        Func<SupportSession, Result> change
    ) =>
        db.InOneTransactionAsync(async () =>
        {
            // The same lock as for booking: more places go to the waiting list before anybody else can take them.
            if (await db.LockSessionAsync(id) is not { } session)
            {
                return Problem.NotFound("session");
            }

            if (http.IsStale(session))
            {
                return EntityTags.Changed();
            }

            var changed = change(session);
            if (!changed.IsOk)
            {
                return Problem.Of(changed);
            }

            (await db.BookingListAsync(session)).MoveUp(clock.London());
            await db.SaveChangesAsync();
            return await Shown(session, db, user, small, clock, clock.Today());
        });

    private static async Task<IResult> Shown(
        SupportSession session,
        StaffSupportDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly asAt
    )
    {
        var taken = await db.TakenAsync([session.Id]);
        return EntityTags.Ok(
            new SessionShown(user, small, clock.London(), asAt).View(session, taken.GetValueOrDefault(session.Id)),
            session.Version
        );
    }
}
