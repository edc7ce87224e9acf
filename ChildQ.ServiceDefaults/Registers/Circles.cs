using ChildQ.ServiceDefaults.Import;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>An entry that refers to another of its own register: a body to the one it reports to, a reply to its letter.</summary>
public sealed record Link(string From, string? To);

/// <summary>Links within a register lead somewhere: never from an entry, in the end, back to itself.</summary>
public static class Circles
{
    public const string Message = "This leads back to where it starts.";

    /// <summary>Whether a link from here to there would close a circle.</summary>
    public static async Task<bool> ClosesAsync(string from, string? to, Func<string, Task<string?>> next)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = to; at is not null && passed.Add(at); at = await next(at))
        {
            if (at == from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says of each row of a file whether it stands in a circle with what is on record and what else is in the file.</summary>
    public static async Task RefuseCirclesAsync<TRow>(
        this ImportBatch<TRow> batch,
        IQueryable<Link> onRecord,
        Func<TRow, Link> link,
        string column,
        CancellationToken ct
    )
    {
        var next = (await onRecord.ToListAsync(ct)).ToDictionary(l => l.From, l => l.To, StringComparer.Ordinal);
        foreach (var (_, row) in batch.Rows)
        {
            next[link(row).From] = link(row).To;
        }

        foreach (var (line, row) in batch.Rows)
        {
            if (await ClosesAsync(link(row).From, link(row).To, at => Task.FromResult(next.GetValueOrDefault(at))))
            {
                batch.Problem(line, column, Message);
            }
        }
    }
}
