using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>The good rows of a file, and what is found wrong while they are applied.</summary>
public sealed class ImportBatch<TRow>(IReadOnlyList<CsvRow<TRow>> rows)
{
    private readonly List<ImportProblem> _problems = [];

    public IReadOnlyList<CsvRow<TRow>> Rows => rows;

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public void Problem(int line, string column, string reason) => _problems.Add(new(line, column, reason));

    /// <summary>Counts a row of a register whose entries are appended and not revised.</summary>
    public void Count(bool isNew, bool isChanged)
    {
        Created += isNew ? 1 : 0;
        Updated += !isNew && isChanged ? 1 : 0;
        Unchanged += !isNew && !isChanged ? 1 : 0;
    }

    /// <summary>A rule refused the row: its messages, by line.</summary>
    public void Problem(int line, Result refused)
    {
        foreach (var broken in refused.Broken)
        {
            Problem(line, broken.Field is null ? "" : CsvWords.Split(broken.Field, '_'), broken.Message);
        }
    }

    /// <summary>
    /// Makes what is not there by its reference, and revises what is. A revision that leaves every value as it was counts as unchanged.
    /// </summary>
    public async Task UpsertAsync<T>(
        IQueryable<T> existing,
        ServiceDb db,
        Func<TRow, string> key,
        Func<T, string> keyOf,
        Func<TRow, Result<T>> make,
        Func<T, TRow, Result> revise,
        CancellationToken cancellationToken
    )
        where T : Entity
    {
        var byKey = await existing.AsSplitQuery().ToDictionaryAsync(keyOf, StringComparer.Ordinal, cancellationToken);
        foreach (var (line, row) in rows)
        {
            if (!byKey.TryGetValue(key(row), out var entity))
            {
                var made = make(row);
                if (!made.IsOk)
                {
                    Problem(line, made.Outcome);
                    continue;
                }

                db.Add(made.Value);
                byKey.Add(key(row), made.Value);
                Created++;
                continue;
            }

            if (revise(entity, row) is { IsOk: false } refused)
            {
                Problem(line, refused);
            }
        }

        db.ChangeTracker.DetectChanges();
        Updated = byKey.Values.Count(entity => IsRevised(db, entity));
        Unchanged = rows.Count - Created - Updated;
    }

    private static bool IsRevised(ServiceDb db, Entity entity)
    {
        var entry = db.Entry(entity);
        return entry.State == EntityState.Modified
            || (
                entry.State == EntityState.Unchanged
                && entry.Collections.Any(c =>
                    c.CurrentValue is not null
                    && c.CurrentValue.Cast<object>().Any(part => db.Entry(part).State is EntityState.Added or EntityState.Modified)
                )
            );
    }
}

/// <summary>Maps a register's <c>POST /import</c>: CSV in, a dry run on request, all or nothing.</summary>
public static class RegisterImport
{
    /// <param name="hold">
    /// Locks what the rows may change before it is read; the lock lasts until the rows are loaded or refused. Where nothing needs to be held, nothing is.
    /// </param>
    public static RouteHandlerBuilder MapImport<TRow>(
        this RouteGroupBuilder group,
        string register,
        Func<ImportBatch<TRow>, ServiceDb, DateOnly, CancellationToken, Task> apply,
        CsvImportOptions? options = null,
        Func<ServiceDb, CancellationToken, Task>? hold = null
    )
        where TRow : class =>
        group
            .MapPost(
                "/import",
                async (HttpRequest request, ServiceDb db, TimeProvider clock, bool? dryRun, CancellationToken ct) =>
                {
                    var file = await CsvImport.Read<TRow>(request.Body, options ?? CsvImportOptions.Default, ct);
                    var batch = new ImportBatch<TRow>(file.Rows);
                    await using var held = hold is null ? null : await db.OwnTransactionAsync(ct);
                    await (hold?.Invoke(db, ct) ?? Task.CompletedTask);
                    await apply(batch, db, clock.Today(), ct);
                    var problems = file.Problems.Concat(batch.Problems).OrderBy(p => p.Line).ToList();
                    if (problems.Count > 0)
                    {
                        return ImportReport.Refused(dryRun == true, file.RowCount, problems).ToHttpResult();
                    }

                    if (dryRun != true)
                    {
                        await db.SaveChangesAsync(ct);
                        await (held?.CommitAsync(ct) ?? Task.CompletedTask);
                    }

                    return (IResult)
                        new ImportReport(dryRun == true, file.RowCount, batch.Created, batch.Updated, batch.Unchanged, []).ToHttpResult();
                }
            )
            .Accepts<string>("text/csv")
            .Produces<ImportReport>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new BulkImport((options ?? CsvImportOptions.Default).MaxBytes))
            .WithSummary($"Loads {register} from CSV by reference: all rows or none. With dryRun=true only says what it would do.");
}

/// <summary>
/// Marks an endpoint that takes a file, and lets the server read as much of it as the import takes. A file over the import's own limit is a problem
/// like any other (422); one over the server's, which leaves room for the import to say so, is refused with 413 (<c>input/too-large</c>).
/// </summary>
/// <param name="MaxBytes">What the import takes: <see cref="CsvImportOptions.MaxBytes"/>.</param>
public sealed record BulkImport(int MaxBytes) : IRequestSizeLimitMetadata
{
    private const long Room = 1024 * 1024;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => MaxBytes + Room;
}
