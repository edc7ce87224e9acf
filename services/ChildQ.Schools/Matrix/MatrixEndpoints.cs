using ChildQ.Schools.Charter;
using ChildQ.Schools.Register;
using ChildQ.Schools.SupportOffer;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Matrix;

/// <summary>Which rows are asked for: open schools only.</summary>
/// <param name="Q">Part of the name, or the URN.</param>
/// <param name="Missing">Only schools that have not taken this step.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record MatrixFilter(string? Q, string? Phase, Word<MatrixStep>? Missing, DateOnly? AsAt);

/// <summary>How far all schools together are, so that the matrix is read from its top. Schools are counted, not people.</summary>
/// <param name="Schools">How many open schools there are in it.</param>
/// <param name="Missing">For each step, how many of them are still missing it.</param>
public sealed record MatrixSummary(int Schools, IReadOnlyList<StepMissing> Missing)
{
    internal static MatrixSummary Of(IReadOnlyList<MatrixRow> rows) =>
        new(rows.Count, [.. Enum.GetValues<MatrixStep>().Select(step => new StepMissing(step, rows.Count(r => r.Next.Contains(step))))]);
}

/// <param name="Schools">How many are still missing it.</param>
public sealed record StepMissing(MatrixStep Step, int Schools);

/// <summary>A row as CSV. <c>;</c> stands between several words in a cell.</summary>
public sealed record MatrixCsvRow(
    int Urn,
    string School,
    string Phase,
    DateOnly? StatementSince,
    string StatementMissing,
    CharterStage CharterStage,
    DateOnly? CharterSince,
    CharterExpectation CharterExpectation,
    int CharterDays,
    string VoicesMissing,
    SupportState Leadership,
    SupportState YoungHackney,
    SupportState WellbeingAndMentalHealth,
    SupportState ThinkingSpaces,
    SupportState TalkingWithChildren,
    int TrainingTopics,
    int SchoolTrained,
    int BoardTrained,
    int TrainingExpired,
    int TrainingExpiringSoon
)
{
    public static MatrixCsvRow Of(MatrixRow r)
    {
        SupportState State(Support support) => r.Support.Single(s => s.Support == support).State;
        return new(
            r.Urn,
            r.School,
            r.Phase,
            r.StatementSince,
            string.Join(';', r.StatementMissing),
            r.Charter,
            r.CharterSince,
            r.Distance.Expectation,
            r.Distance.Days,
            string.Join(';', r.VoicesMissing),
            State(Support.Leadership),
            State(Support.YoungHackney),
            State(Support.WellbeingAndMentalHealth),
            State(Support.ThinkingSpaces),
            State(Support.TalkingWithChildren),
            r.Training.Topics,
            r.Training.School,
            r.Training.Board,
            r.Training.Expired,
            r.Training.ExpiringSoon
        );
    }
}

/// <summary>Schools by step: who has, who has not, since when. A school sees its own row.</summary>
public static class MatrixEndpoints
{
    public static void MapMatrix(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/matrix").WithTags("Matrix");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<Page<MatrixRow>>()
            .WithSummary(
                "Each open school's statement, charter, voices, support and training, and what it is still missing, as at a date."
            );
        group
            .MapGet("/summary", Summary)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<MatrixSummary>()
            .WithSummary("How many of the same schools are still missing each step.");
        group.MapGet("/export.csv", Export).RequireAuthorization(Can.ReadReceipts).WithSummary("The same rows as CSV.");
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] MatrixFilter filter,
        CancellationToken ct
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var (schools, progress) = await MatchingAsync(db, user, filter, at, ct);
        return TypedResults.Ok(await schools.ToPageAsync(r => r.Details.Name, page, r => MatrixRow.Of(r, progress, at)));
    }

    private static async Task<IResult> Summary(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] MatrixFilter filter,
        CancellationToken ct
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var (schools, progress) = await MatchingAsync(db, user, filter, at, ct);
        return TypedResults.Ok(MatrixSummary.Of((await schools.ToListAsync(ct)).ConvertAll(r => MatrixRow.Of(r, progress, at))));
    }

    private static CsvFile<MatrixCsvRow> Export(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] MatrixFilter filter,
        CancellationToken ct
    ) => CsvExport.Of(RowsAsync(db, user, filter, filter.AsAt ?? clock.Today(), ct), "schools-by-step.csv");

    private static async IAsyncEnumerable<MatrixCsvRow> RowsAsync(
        SchoolsDb db,
        CurrentUser user,
        MatrixFilter filter,
        DateOnly at,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var (schools, progress) = await MatchingAsync(db, user, filter, at, ct);
        await foreach (var school in schools.OrderBy(r => r.Urn).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return MatrixCsvRow.Of(MatrixRow.Of(school, progress, at));
        }
    }

    private static async Task<(IQueryable<SchoolRecord> Schools, SchoolProgress Progress)> MatchingAsync(
        SchoolsDb db,
        CurrentUser user,
        MatrixFilter filter,
        DateOnly at,
        CancellationToken ct
    )
    {
        var schools = db.ProgressVisibleTo(user, at).Open().Matching(new(filter.Q, filter.Phase, Type: null, Status: null, AsAt: null));
        var found = await schools.ToListAsync(ct);
        var progress = await SchoolProgress.ReadAsync(db, found.ConvertAll(r => r.SchoolId), at, ct);
        if (filter.Missing is not { Value: var step })
        {
            return (schools, progress);
        }

        var missing = found.FindAll(r => MatrixRow.Of(r, progress, at).Next.Contains(step)).ConvertAll(r => r.SchoolId);
        return (schools.Where(r => missing.Contains(r.SchoolId)), progress);
    }
}
