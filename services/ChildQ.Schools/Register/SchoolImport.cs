using System.Globalization;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.Register;

/// <summary>What an import did, or with <see cref="DryRun"/> would do.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Skipped">Rows of another authority than Hackney: passed over, because the DfE's extract is often of a region or of England.</param>
public sealed record SchoolImportReport(
    bool DryRun,
    int Rows,
    int Skipped,
    int Created,
    int Updated,
    int Unchanged,
    IReadOnlyList<ImportProblem> Problems
);

/// <summary>
/// Takes the DfE's "Get Information About Schools" extract as downloaded: its own column names, Windows-1252, columns nobody asked for.
/// Of England's whole, Hackney's rows are taken. Loading it again updates what changed and keeps what was known before.
/// </summary>
public static class SchoolImport
{
    /// <summary>England's extract has some 50,000 rows and 60 MB.</summary>
    private static readonly CsvImportOptions Extract = new()
    {
        AllowUnknownColumns = true,
        MaxRows = 100_000,
        MaxBytes = 100 * 1024 * 1024,
        Only = ("LA (code)", Authority.Code.ToString(CultureInfo.InvariantCulture)),
    };

    public static void MapSchoolImport(this RouteGroupBuilder group) =>
        group
            .MapPost("/import", Import)
            .RequireAuthorization(Can.Import)
            .Accepts<string>("text/csv")
            .Produces<SchoolImportReport>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new BulkImport(Extract.MaxBytes))
            .WithSummary("Loads schools from the DfE's extract by URN: all rows or none. With dryRun=true only says what it would do.");

    private static async Task<IResult> Import(HttpRequest request, SchoolsDb db, TimeProvider clock, bool? dryRun, CancellationToken ct)
    {
        var file = await CsvImport.Read<SchoolRow>(request.Body, Extract, ct);
        var batch = new ImportBatch<SchoolRow>(file.Rows);
        var today = clock.Today();
        await batch.UpsertAsync(
            db.Schools,
            db,
            row => Key(row.Urn),
            school => Key(school.Urn),
            row => School.Register(row.ToText(kept: null), row.KnownOn(today)),
            (school, row) => school.Correct(row.ToText(school.Details.ChairOfGovernors), today),
            ct
        );
        var refused = batch.Problems.Select(p => p with { Column = SchoolRow.ColumnOf(p.Column) });
        var problems = file.Problems.Concat(refused).OrderBy(p => p.Line).ToList();
        if (problems.Count > 0)
        {
            return ImportReport.Refused(dryRun == true, file.RowCount, problems).ToHttpResult();
        }

        if (dryRun != true)
        {
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.Ok(
            new SchoolImportReport(dryRun == true, file.RowCount, file.Skipped, batch.Created, batch.Updated, batch.Unchanged, [])
        );
    }

    private static string Key(int urn) => urn.ToString(CultureInfo.InvariantCulture);
}
