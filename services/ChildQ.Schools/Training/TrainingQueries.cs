using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>Whether a session is still to come.</summary>
public enum TrainingWhen
{
    /// <summary>Planned or under way, on no day yet or on one that is not past.</summary>
    Coming,
    Past,
}

/// <summary>Which sessions are asked for.</summary>
/// <param name="Q">Part of the title or the reference.</param>
/// <param name="For">For this role, or for every role.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record TrainingFilter(
    string? Q,
    Word<TrainingKind>? Kind,
    Word<Governors.Topic>? Topic,
    Word<Attendee>? For,
    Word<TrainingStatus>? Status,
    Word<TrainingWhen>? When,
    DateOnly? AsAt
);

internal static class TrainingQueries
{
    /// <summary>Stands for the day of a session that has none yet: after every other.</summary>
    public static readonly DateOnly Undated = new(9999, 1, 1);

    public static IQueryable<TrainingSession> Training(this SchoolsDb db) => db.Set<TrainingSession>().AsSplitQuery();

    /// <summary>
    /// Does something to a session while it is held against everybody else who books, gives back or changes it. The row is locked first and read after:
    /// what is read is what the one before left.
    /// </summary>
    public static async Task<IResult> HoldingAsync(this SchoolsDb db, Guid id, Func<TrainingSession, Task<IResult>> act)
    {
        await using var own = await db.OwnTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM training_sessions WHERE id = {id} FOR UPDATE");
        if (await db.Training().FirstOrDefaultAsync(s => s.Id == id) is not { } session)
        {
            return Problem.NotFound("training");
        }

        var answer = await act(session);
        if (own is not null)
        {
            await own.CommitAsync();
        }

        return answer;
    }

    public static IQueryable<TrainingSession> Matching(
        this IQueryable<TrainingSession> sessions,
        TrainingFilter filter,
        DateOnly at,
        DateOnly today
    )
    {
        sessions = sessions.Where(s => s.KnownOn <= at);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var part = $"%{Like.Escape(filter.Q.Trim())}%";
            sessions = sessions.Where(s => EF.Functions.ILike(s.Title, part, @"\") || EF.Functions.ILike(s.Reference, part, @"\"));
        }

        if (filter.Kind is { Value: var kind })
        {
            sessions = sessions.Where(s => s.Kind == kind);
        }

        if (filter.Topic is { Value: var topic })
        {
            sessions = sessions.Where(s => s.Topics.Contains(topic));
        }

        if (filter.For is { Value: var attendee })
        {
            sessions = sessions.Where(s => s.ForWhom.Contains(attendee) || s.ForWhom.Count == 0);
        }

        sessions = filter.Status?.Value switch
        {
            TrainingStatus.Cancelled => sessions.Where(s => s.CancelledKnownOn <= at),
            TrainingStatus.Held => sessions.Where(s => s.HeldKnownOn <= at && !(s.CancelledKnownOn <= at)),
            TrainingStatus.UnderWay => sessions.StillOpen(at).Where(s => s.UnderWayKnownOn <= at),
            TrainingStatus.Planned => sessions.StillOpen(at).Where(s => s.UnderWayKnownOn == null || s.UnderWayKnownOn > at),
            _ => sessions,
        };
        var day = at < today ? at : today;
        return filter.When?.Value switch
        {
            TrainingWhen.Coming => sessions.StillOpen(at).Where(s => s.On == null || s.On >= day),
            TrainingWhen.Past => sessions.Where(s => s.HeldKnownOn <= at || s.On < day),
            _ => sessions,
        };
    }

    /// <summary>The bookings that this person may see: those of every school for the schools lead, a school's own for itself, else none.</summary>
    public static Func<TrainingBooking, bool> MaySee(this CurrentUser user)
    {
        var (lead, own) = (user.SeesEveryBooking(), user.OwnSchool());
        return booking => lead || booking.Urn == own;
    }

    /// <summary>Whether this person sees how many places are free and how long the waiting list is.</summary>
    public static bool SeesPlaces(this CurrentUser user) => user.SeesEveryBooking() || user.OwnSchool() is not null;

    private static bool SeesEveryBooking(this CurrentUser user) =>
        user.Has(Roles.SchoolsLead) && !ServiceDefaults.Sharing.SharingRules.IsPolice(user.Principal);

    private static IQueryable<TrainingSession> StillOpen(this IQueryable<TrainingSession> sessions, DateOnly at) =>
        sessions.Where(s => (s.HeldKnownOn == null || s.HeldKnownOn > at) && (s.CancelledKnownOn == null || s.CancelledKnownOn > at));
}
