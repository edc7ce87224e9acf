using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>How entries are read, put on record, corrected and added to, the same in every register.</summary>
public static class RegisterQueries
{
    /// <summary>What this caller may read, as at a date: public entries for all, partner-level ones for boards and partners.</summary>
    public static IQueryable<T> ReadableBy<T>(this IQueryable<T> entries, CurrentUser user, DateOnly asAt)
        where T : Entity, IEntry =>
        entries.AsNoTracking().AsSplitQuery().Where(SharingRules.VisibleTo<T>(user.Principal)).Where(e => e.KnownOn <= asAt);

    /// <summary>200 with ETag, or 404.</summary>
    public static async Task<IResult> OneAsync<T, TView>(this IQueryable<T> readable, Guid id, Func<T, TView> view, string what)
        where T : Entity =>
        await readable.FirstOrDefaultAsync(e => e.Id == id) is { } entry
            ? EntityTags.Ok(view(entry), entry.Version)
            : Problem.NotFound(what);

    /// <summary>
    /// Puts an entry on record. Where no reference is given it gets the next number of its register; those who ask for one queue for it.
    /// </summary>
    public static async Task<IResult> EnterAsync<T, TView>(
        this ServiceDb db,
        IEntryText text,
        string prefix,
        Func<string, Task<Result<T>>> make,
        Func<T, string> place,
        Func<T, TView> view
    )
        where T : Entity, IEntry
    {
        await using var own = await db.OwnTransactionAsync();
        var made = await make(string.IsNullOrWhiteSpace(text.Reference) ? await db.NextReferenceAsync<T>(prefix) : text.Reference);
        var answer = await db.SaveNew(made, place, view);
        if (own is not null && made.IsOk)
        {
            await own.CommitAsync();
        }

        return answer;
    }

    /// <summary>
    /// Changes what the caller has read (<c>If-Match</c>): 404, 412, 422, or 200 with the new ETag. Takes its turn with those who add to the entry.
    /// </summary>
    public static Task<IResult> ChangeAsync<T, TView>(
        this ServiceDb db,
        HttpContext http,
        Guid id,
        Func<T, Task<Result>> change,
        Func<T, TView> view,
        string what
    )
        where T : Entity => db.WriteAsync(id, change, view, what, entry => http.IsStale(entry) ? EntityTags.Changed() : null);

    public static Task<IResult> ChangeAsync<T, TView>(
        this ServiceDb db,
        HttpContext http,
        Guid id,
        Func<T, Result> change,
        Func<T, TView> view,
        string what
    )
        where T : Entity => db.ChangeAsync<T, TView>(http, id, entry => Task.FromResult(change(entry)), view, what);

    /// <summary>Adds to an entry. Writers queue for it, so that nobody's addition is refused for another's sake.</summary>
    /// <param name="refuse">Why this caller may not add to this entry; null where they may.</param>
    public static Task<IResult> AppendAsync<T, TView>(
        this ServiceDb db,
        Guid id,
        Func<T, Result> append,
        Func<T, TView> view,
        string what,
        Func<T, IResult?>? refuse = null
    )
        where T : Entity => db.WriteAsync(id, entry => Task.FromResult(append(entry)), view, what, refuse);

    /// <summary>
    /// Writes to an entry that is there, in turn with everybody else who does: what is decided by, the entry and its parts, is read in several
    /// queries that belong together.
    /// </summary>
    private static async Task<IResult> WriteAsync<T, TView>(
        this ServiceDb db,
        Guid id,
        Func<T, Task<Result>> write,
        Func<T, TView> view,
        string what,
        Func<T, IResult?>? refuse
    )
        where T : Entity
    {
        await using var own = await db.OwnTransactionAsync();
        await db.TakeTurnAsync(id);
        if (await db.Set<T>().AsSplitQuery().FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
        {
            return Problem.NotFound(what);
        }

        if (refuse?.Invoke(entry) is { } refused)
        {
            return refused;
        }

        var result = await write(entry);
        var answer = await db.SaveAfter(result, () => EntityTags.Ok(view(entry), entry.Version));
        if (own is not null && result.IsOk)
        {
            await own.CommitAsync();
        }

        return answer;
    }

    /// <summary>Waits until nobody else writes to this entry, and holds it until the transaction ends. Before the entry is read.</summary>
    private static async Task TakeTurnAsync(this ServiceDb db, Guid id) =>
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('entry'), hashtext({id.ToString()}))");
}
