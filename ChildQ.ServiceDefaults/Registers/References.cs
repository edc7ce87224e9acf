using System.Globalization;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>References between entries, and the next one of a register.</summary>
public static class References
{
    /// <summary>A figure this high at the end of a reference is no running number.</summary>
    private const int Unnumbered = 1_000_000;
    private const string Unknown = "There is nothing on record with this reference.";

    /// <summary>Whether what is referred to is on record; a reference left out is.</summary>
    public static async Task<Result> KnowsAsync<T>(this ServiceDb db, string? reference, string field)
        where T : Entity, IEntry =>
        reference is null || (!reference.Any(char.IsControl) && await db.Set<T>().AnyAsync(e => e.Reference == reference))
            ? Result.Ok
            : Rule.Broken("reference/unknown", Unknown, field);

    /// <summary>Says of each row of a file whether what it refers to is on record, or in the file itself.</summary>
    public static async Task KnowsAsync<TRow, T>(
        this ImportBatch<TRow> batch,
        IQueryable<T> register,
        Func<TRow, string?> reference,
        string column,
        CancellationToken ct,
        Func<TRow, string>? inFile = null
    )
        where T : Entity, IEntry
    {
        var known = (await register.Select(e => e.Reference).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        if (inFile is not null)
        {
            known.UnionWith(batch.Rows.Select(r => inFile(r.Row)));
        }

        foreach (var (line, row) in batch.Rows)
        {
            if (reference(row) is { } to && !known.Contains(to))
            {
                batch.Problem(line, column, Unknown);
            }
        }
    }

    /// <summary>The number after the highest one, held until the transaction ends.</summary>
    public static async Task<string> NextReferenceAsync<T>(this ServiceDb db, string prefix)
        where T : Entity, IEntry
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('reference'), hashtext({prefix}))");
        var taken = await db.Set<T>().Where(e => e.Reference.StartsWith(prefix + "-")).Select(e => e.Reference).ToListAsync();
        var highest = taken.Select(r =>
            int.TryParse(r[(prefix.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < Unnumbered ? n : 0
        );
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{highest.DefaultIfEmpty().Max() + 1:000}");
    }
}
