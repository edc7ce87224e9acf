namespace ChildQ.ServiceDefaults.Promises;

/// <summary>The as-at rules of <see cref="Promise"/>, in SQL, so that lists can filter by them.</summary>
public static class PromiseQueries
{
    /// <summary>Those that stood so as at a date. Today's status is a column; an earlier one is read from the dated progress.</summary>
    public static IQueryable<T> WithStatus<T>(this IQueryable<T> promises, PromiseStatus? status, DateOnly asAt, DateOnly today)
        where T : Promise
    {
        if (status is null)
        {
            return promises;
        }

        return asAt >= today
            ? promises.Where(p => p.Status == status)
            : promises.Where(p =>
                (
                    p.Progress.Where(n => n.KnownOn <= asAt)
                        .OrderByDescending(n => n.On ?? n.KnownOn)
                        .ThenByDescending(n => n.RecordedAt)
                        .Select(n => (PromiseStatus?)n.Status)
                        .FirstOrDefault()
                    ?? PromiseStatus.NotStarted
                ) == status
            );
    }

    /// <summary>Those past their due date and neither done nor stopped, all as at a date.</summary>
    public static IQueryable<T> OverdueAsAt<T>(this IQueryable<T> promises, DateOnly asAt)
        where T : Promise =>
        promises.Where(p =>
            (
                p.DueDateMoves.Any(m => m.MovedOn > asAt)
                    ? p.DueDateMoves.Where(m => m.MovedOn > asAt).OrderBy(m => m.RecordedAt).Select(m => m.From).FirstOrDefault()
                    : p.Due
            ) < asAt
            && !p
                .Progress.Where(n => n.KnownOn <= asAt)
                .OrderByDescending(n => n.On ?? n.KnownOn)
                .ThenByDescending(n => n.RecordedAt)
                .Take(1)
                .Any(n => n.Status == PromiseStatus.Done || n.Status == PromiseStatus.Stopped)
        );
}
