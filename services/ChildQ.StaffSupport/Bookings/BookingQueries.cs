using ChildQ.ServiceDefaults.Time;
using ChildQ.StaffSupport.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport.Bookings;

internal static class BookingQueries
{
    /// <summary>London's clock on the wall.</summary>
    public static DateTime London(this TimeProvider clock) => clock.OnTheWall();

    /// <summary>
    /// The session, held against everybody else who would book, give back or change it, until the transaction ends. A lock is no change: the
    /// session's ETag stays as it is.
    /// </summary>
    public static async Task<SupportSession?> LockSessionAsync(this StaffSupportDb db, Guid id) =>
        (await db.Sessions.FromSql($"SELECT *, xmin FROM sessions WHERE id = {id} FOR UPDATE").ToListAsync()).FirstOrDefault();

    /// <summary>All bookings of a locked session.</summary>
    public static async Task<BookingList> BookingListAsync(this StaffSupportDb db, SupportSession session) =>
        new(session, await db.Bookings.Where(b => b.SessionId == session.Id).ToListAsync());

    /// <summary>How many places are taken, by session. For <see cref="SessionShown.PlacesOf"/> only: a count of people is not to leave the service.</summary>
    public static Task<Dictionary<Guid, int>> TakenAsync(this StaffSupportDb db, IReadOnlyList<Guid> sessions) =>
        db
            .Bookings.Where(b => sessions.Contains(b.SessionId) && b.State == BookingState.Booked)
            .GroupBy(b => b.SessionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count);
}
