using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Disproportionality;

/// <summary>
/// Suspensions and exclusions, as loaded, and searches, of the register of police visits, by group of pupils: rates, relative rate index, confidence
/// interval. Numbers are shown through suppression only; periods and classifications are fixed and what was shown changes as decision 0010 says, so that
/// no two answers give a small number by subtraction.
/// </summary>
public static class DisproportionalityEndpoints
{
    public static void MapDisproportionality(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/disproportionality").WithTags("Disproportionality");
        group
            .MapGet("", Period)
            .RequireAuthorization(Can.ReadDisproportionality)
            .Produces<IReadOnlyList<PeriodRates>>()
            .ProducesProblem(404)
            .WithSummary("A school year, or a term of it: every classification and measure. The borough, unless a school is named.");
        group
            .MapGet("/trend", Trend)
            .RequireAuthorization(Can.ReadDisproportionality)
            .Produces<IReadOnlyList<PeriodRates>>()
            .ProducesProblem(404)
            .WithSummary("One classification and measure over time, oldest first: school years, or terms with terms=true.");
        group
            .MapGet("/export.csv", Export)
            .RequireAuthorization(Can.ReadDisproportionality)
            .WithSummary("Every period, classification and measure as CSV, suppressed.");
        group.MapImport<FigureRow>("figures by group", ApplyAsync).RequireAuthorization(Can.Import);
    }

    /// <summary>Of a school the schools lead reads, and the school itself; of another there is nothing.</summary>
    private static bool MayRead(CurrentUser user, int? school) => school is not { } urn || user.KeepsFor(urn);

    private static async Task<IResult> Period(
        int year,
        Word<Term>? term,
        [AsParameters] Scope scope,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var asked = term?.Value;
        return MayRead(user, scope.School)
            ? TypedResults.Ok((await scope.RatesAsync(db, small, clock, ct)).Where(r => r.SchoolYear == year && r.Term == asked).ToList())
            : Problem.NotFound("school");
    }

    private static async Task<IResult> Trend(
        Word<Classification> classification,
        Word<Measure> measure,
        bool? terms,
        [AsParameters] Scope scope,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (by, of, ofTerms) = (classification.Value, measure.Value, terms == true);
        return MayRead(user, scope.School)
            ? TypedResults.Ok(
                (await scope.RatesAsync(db, small, clock, ct))
                    .Where(r => r.Classification == by && r.Measure == of && r.Term is not null == ofTerms)
                    .ToList()
            )
            : Problem.NotFound("school");
    }

    private static async Task<IResult> Export(
        [AsParameters] Scope scope,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        MayRead(user, scope.School)
            ? CsvExport.Of(
                (await scope.RatesAsync(db, small, clock, ct)).SelectMany(r => r.Groups.Select(g => RateRow.Of(r, g))).ToAsyncEnumerable(),
                "disproportionality.csv"
            )
            : Problem.NotFound("school");

    private static async Task ApplyAsync(ImportBatch<FigureRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var load = Guid.CreateVersion7();
        var latest = (await db.Set<GroupFigure>().AsNoTracking().ToListAsync(ct))
            .GroupBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => f.MaxBy(v => v.Load)!, StringComparer.Ordinal);
        var schools = (await db.Set<School>().Select(s => s.Urn).ToListAsync(ct)).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, row) in batch.Rows)
        {
            if (row.Urn is { } urn && !schools.Contains(urn))
            {
                batch.Problem(line, "urn", "There is no school with this URN on the register.");
            }

            if (!seen.Add(row.Key()))
            {
                batch.Problem(line, "group", "This group is in the file twice for the same period and school.");
            }
        }

        foreach (var (line, row) in batch.Rows)
        {
            var made = GroupFigure.Of(row, today, load);
            if (!made.IsOk)
            {
                batch.Problem(line, made.Outcome);
                continue;
            }

            var before = latest.GetValueOrDefault(row.Key());
            var isChanged = before?.SaysTheSameAs(row) != true;
            batch.Count(isNew: before is null, isChanged);
            if (isChanged)
            {
                db.Add(made.Value);
            }
        }
    }
}
