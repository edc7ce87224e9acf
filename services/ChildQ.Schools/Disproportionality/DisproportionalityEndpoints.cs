using ChildQ.Schools.PoliceVisits;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Disproportionality;

/// <summary>
/// Suspensions, exclusions and searches by group of pupils: rates, relative rate index, confidence interval. Numbers are shown through suppression only;
/// periods and classifications are fixed, so that no two answers give a small number by subtraction.
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
    private static bool MayRead(CurrentUser user, int? school) =>
        school is null || user.Has(Roles.SchoolsLead) || (user.Has(Roles.School) && user.School == school);

    private static async Task<IResult> Period(int year, Word<Term>? term, int? school, SchoolsDb db, CurrentUser user, SmallNumbers small)
    {
        if (!MayRead(user, school))
        {
            return Problem.NotFound("school");
        }

        var asked = term?.Value;
        return TypedResults.Ok(await RatesAsync(db.Figures.Where(f => f.SchoolYear == year && f.Term == asked && f.Urn == school), small));
    }

    private static async Task<IResult> Trend(
        Word<Classification> classification,
        Word<Measure> measure,
        bool? terms,
        int? school,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small
    )
    {
        if (!MayRead(user, school))
        {
            return Problem.NotFound("school");
        }

        var (by, of, ofTerms) = (classification.Value, measure.Value, terms == true);
        var rates = await RatesAsync(
            db.Figures.Where(f => f.Classification == by && f.Urn == school && (f.Term != null) == ofTerms),
            small
        );
        return TypedResults.Ok(rates.Where(r => r.Measure == of).ToList());
    }

    private static async Task<IResult> Export(int? school, SchoolsDb db, CurrentUser user, SmallNumbers small)
    {
        if (!MayRead(user, school))
        {
            return Problem.NotFound("school");
        }

        var rates = await RatesAsync(db.Figures.Where(f => f.Urn == school), small);
        return CsvExport.Of(rates.SelectMany(r => r.Groups.Select(g => RateRow.Of(r, g))).ToAsyncEnumerable(), "disproportionality.csv");
    }

    private static async Task<List<PeriodRates>> RatesAsync(IQueryable<GroupFigure> figures, SmallNumbers small) =>
        [
            .. (await figures.AsNoTracking().ToListAsync())
                .GroupBy(f => (f.SchoolYear, f.Term, f.Classification))
                .OrderBy(g => g.Key.SchoolYear)
                .ThenBy(g => g.Key.Term)
                .ThenBy(g => g.Key.Classification)
                .SelectMany(g => PeriodRates.Of([.. g], small)),
        ];

    private static async Task ApplyAsync(ImportBatch<FigureRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var schools = (await db.Set<Register.School>().Select(s => s.Urn).ToListAsync(ct)).ToHashSet();
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

        await batch.UpsertAsync(
            db.Set<GroupFigure>(),
            db,
            row => row.Key(),
            f => f.Key,
            GroupFigure.Of,
            (figure, row) => figure.Revise(row),
            ct
        );
    }
}
