using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Voice;

/// <summary>Of which views representation is asked for.</summary>
/// <param name="Whose">Children's unless said.</param>
/// <param name="From">Heard on this London date or later; the twelve months before <paramref name="AsAt"/> unless said.</param>
/// <param name="AsAt">London date; today unless said.</param>
public sealed record RepresentationFilter(Word<Whose>? Whose, DateOnly? From, DateOnly? AsAt);

/// <summary>Who has been heard at one school, against its own pupils.</summary>
/// <param name="Listenings">How often the school listened.</param>
/// <param name="UnansweredSince">London date of the oldest views that wait for an answer.</param>
public sealed record SchoolHeard(
    int Urn,
    string School,
    Whose Whose,
    DateOnly From,
    DateOnly AsAt,
    int Listenings,
    int Unanswered,
    DateOnly? UnansweredSince,
    IReadOnlyList<DimensionHeard> Dimensions
);

/// <summary>One school in the list of all: how often it listened, and which groups have not been heard.</summary>
public sealed record SchoolHeardRow(
    int Urn,
    string School,
    int Listenings,
    int Unanswered,
    DateOnly? UnansweredSince,
    string[] NotHeard,
    string[] HeardLess
);

internal static class RepresentationEndpoints
{
    public static void MapRepresentation(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/voice/representation").WithTags("Voice");
        group
            .MapGet("", Schools)
            .RequireAuthorization(Can.ReadVoice)
            .Produces<IReadOnlyList<SchoolHeardRow>>()
            .WithSummary("Every open school, those that have heard nobody among them: how often it listened, and who has not been heard.");
        group.MapGet("/export.csv", Export).RequireAuthorization(Can.ReadVoice).WithSummary("The same as CSV.");
        group
            .MapGet("/{urn:int}", One)
            .RequireAuthorization(Can.ReadVoice)
            .Produces<SchoolHeard>()
            .ProducesProblem(404)
            .WithSummary("Who has been heard at a school, and who has not, against its own pupils, group by group.");
    }

    private static async Task<IResult> Schools(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] RepresentationFilter filter,
        CancellationToken ct
    ) => TypedResults.Ok(await RowsAsync(db, user, small, filter, clock.Today(), ct));

    private static async Task<IResult> Export(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] RepresentationFilter filter,
        CancellationToken ct
    ) => CsvExport.Of((await RowsAsync(db, user, small, filter, clock.Today(), ct)).ToAsyncEnumerable(), "who-has-been-heard.csv");

    private static async Task<IResult> One(
        int urn,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] RepresentationFilter filter,
        CancellationToken ct
    )
    {
        var heard = await HeardAsync(db, user, small, filter, clock.Today(), urn, ct);
        return heard.Count == 0 ? Problem.NotFound("school") : TypedResults.Ok(heard[0]);
    }

    private static async Task<IReadOnlyList<SchoolHeardRow>> RowsAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        RepresentationFilter filter,
        DateOnly today,
        CancellationToken ct
    ) =>
        [
            .. (await HeardAsync(db, user, small, filter, today, urn: null, ct)).Select(s => new SchoolHeardRow(
                s.Urn,
                s.School,
                s.Listenings,
                s.Unanswered,
                s.UnansweredSince,
                Named(s, Standing.NotHeard),
                Named(s, Standing.HeardLess)
            )),
        ];

    private static async Task<List<SchoolHeard>> HeardAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        RepresentationFilter filter,
        DateOnly today,
        int? urn,
        CancellationToken ct
    )
    {
        var at = filter.AsAt ?? today;
        var whose = filter.Whose?.Value ?? Whose.Child;
        var from = filter.From ?? (at > DateOnly.MinValue.AddYears(1) ? at.AddYears(-1) : DateOnly.MinValue);
        var (every, own) = (user.HasAny(Can.SeeEveryVoice), user.OwnSchool());
        var schools = await db.RecordsAsAt(at)
            .Where(r => (every || r.Urn == own) && (urn == null || r.Urn == urn))
            .Where(r => r.Details.Status == SchoolStatus.Open || r.Details.Status == SchoolStatus.OpenButProposedToClose || r.Urn == urn)
            .OrderBy(r => r.Details.Name)
            .ToListAsync(ct);
        var listenings = (
            await db.Set<Listening>()
                .CountableFor(user, at)
                .Where(l => l.Whose == whose && l.On >= from && l.On <= at && (urn == null || l.Urn == urn))
                .ToListAsync(ct)
        ).ToLookup(l => l.Urn);
        var population = await db.PopulationAsync(at, urn, ct);
        return schools.ConvertAll(school =>
        {
            var heard = listenings[school.Urn].ToList();
            var waiting = heard.Select(l => l.UnansweredSince(at)).OfType<DateOnly>().ToList();
            return new SchoolHeard(
                school.Urn,
                school.Details.Name,
                whose,
                from,
                at,
                heard.Count,
                waiting.Count,
                waiting.Count == 0 ? null : waiting.Min(),
                Representation.Of(heard, population[school.Urn], small)
            );
        });
    }

    private static string[] Named(SchoolHeard school, Standing standing) =>
        [.. school.Dimensions.SelectMany(d => d.Groups.Where(g => g.Standing == standing).Select(g => $"{d.Dimension}: {g.Group}"))];
}
