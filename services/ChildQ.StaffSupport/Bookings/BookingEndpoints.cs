using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport.Bookings;

/// <summary>
/// Confidential bookings. A person books and sees their own; the session's facilitator sees who comes; nobody else sees that a booking exists,
/// and somebody else's booking is answered like one that is not there.
/// </summary>
public static class BookingEndpoints
{
    public static void MapBookings(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("").WithTags("Bookings");
        group
            .MapPost("/sessions/{id:guid}/bookings", Book)
            .RequireAuthorization(Can.Book)
            .Idempotent()
            .Produces<MyBookingView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Books a place for oneself, or the end of the waiting list.");
        group
            .MapGet("/sessions/{id:guid}/bookings", OfSession)
            .RequireAuthorization(Can.RunSessions)
            .Produces<IReadOnlyList<SessionBookingView>>()
            .ProducesProblem(404)
            .WithSummary("Who comes: for the facilitator of this session.");
        group
            .MapGet("/bookings/mine", Mine)
            .RequireAuthorization(Can.Book)
            .Produces<IReadOnlyList<MyBookingView>>()
            .WithSummary("One's own bookings.");
        group
            .MapDelete("/bookings/{id:guid}", GiveBack)
            .RequireAuthorization(Can.Book)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Gives one's own booking back. The place goes to the first on the waiting list.");
        group.MapAttendanceCounts();
    }

    private static Task<IResult> Book(Guid id, StaffSupportDb db, CurrentUser user, TimeProvider clock, ServiceIdentity service) =>
        db.InOneTransactionAsync(async () =>
        {
            if (await db.LockSessionAsync(id) is not { } session)
            {
                return Problem.NotFound("session");
            }

            var list = await db.BookingListAsync(session);
            var made = list.Book(user.Id, clock.London(), clock.GetUtcNow());
            return await db.SaveNew(made, b => $"{service.Prefix}/bookings/{b.Id}", b => MyBookingView.Of(b, session));
        });

    private static async Task<IResult> OfSession(Guid id, StaffSupportDb db, CurrentUser user)
    {
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.FacilitatorId == user.Id) is not { } session)
        {
            return Problem.NotFound("session");
        }

        var list = await db.BookingListAsync(session);
        return TypedResults.Ok(
            list.Bookings.Select(b => new SessionBookingView(b.Id, b.BookedBy, b.State, list.PlaceInLine(b), b.BookedAt)).ToList()
        );
    }

    private static async Task<IResult> Mine(StaffSupportDb db, CurrentUser user)
    {
        var mine = await db
            .Bookings.AsNoTracking()
            .Where(b => b.BookedBy == user.Id)
            .Join(db.Sessions, b => b.SessionId, s => s.Id, (booking, session) => new { booking, session })
            .OrderBy(m => m.session.StartsOn)
            .ThenBy(m => m.booking.BookedAt)
            .ToListAsync();
        return TypedResults.Ok(mine.ConvertAll(m => MyBookingView.Of(m.booking, m.session)));
    }

    private static Task<IResult> GiveBack(Guid id, StaffSupportDb db, CurrentUser user, TimeProvider clock) =>
        db.InOneTransactionAsync(async () =>
        {
            var sessionId = await db
                .Bookings.Where(b => b.Id == id && b.BookedBy == user.Id)
                .Select(b => (Guid?)b.SessionId)
                .FirstOrDefaultAsync();
            if (sessionId is null || await db.LockSessionAsync(sessionId.Value) is not { } session)
            {
                return Problem.NotFound("booking");
            }

            var list = await db.BookingListAsync(session);
            if (list.Bookings.FirstOrDefault(b => b.Id == id) is not { } booking)
            {
                return Problem.NotFound("booking"); // given back while this request waited for the lock
            }

            var given = list.GiveBack(booking, clock.London());
            if (given.IsOk)
            {
                db.Remove(booking);
            }

            return await db.SaveAfter(given);
        });
}
