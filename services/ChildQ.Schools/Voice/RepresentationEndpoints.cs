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
/// <param name="Silent">In the list, only schools that heard nobody in that time, or only the others.</param>
public sealed record RepresentationFilter(Word<Whose>? Whose, DateOnly? From, DateOnly? AsAt, bool? Silent);

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

/// <summary>One school in the list of all: how often it listened, which groups have not been heard, and which have.</summary>
public sealed record SchoolHeardRow(
    int Urn,
    string School,
    int Listenings,
    int Unanswered,
    DateOnly? UnansweredSince,
    string[] NotHeard,
    string[] HeardLess,
    string[] Heard
)
{
    internal static SchoolHeardRow Of(SchoolHeard s) =>
        new(
            s.Urn,
            s.School,
            s.Listenings,
            s.Unanswered,
            s.UnansweredSince,
            Named(s, Standing.NotHeard),
            Named(s, Standing.HeardLess),
            Named(s, Standing.Heard)
        );

    private static string[] Named(SchoolHeard school, Standing standing) =>
        [.. school.Dimensions.SelectMany(d => d.Groups.Where(g => g.Standing == standing).Select(g => $"{d.Dimension}: {g.Group}"))];
}

internal static class RepresentationEndpoints
{
    public static void MapRepresentation(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/voice/representation").WithTags("Voice");
        group
            .MapGet("", Schools)
            .RequireAuthorization(Can.ReadVoice)
            .Produces<Page<SchoolHeardRow>>()
            .WithSummary(
                "Every open school, those that have heard nobody among them: how often it listened, who has not been heard and who has."
            );
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
        [AsParameters] PageRequest page,
        [AsParameters] RepresentationFilter filter,
        CancellationToken ct
    )
    {
        var asked = Asked.Of(filter, clock.Today());
        var found = await Listed(db, user, filter, asked).ToPageAsync(r => r.Details.Name, page, r => r);
        return TypedResults.Ok(
            new Page<SchoolHeardRow>((await HeardAsync(db, user, small, asked, found.Items, ct)).ConvertAll(SchoolHeardRow.Of), found.Next)
        );
    }

    private static async Task<IResult> Export(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] RepresentationFilter filter,
        CancellationToken ct
    )
    {
        var asked = Asked.Of(filter, clock.Today());
        var schools = await Listed(db, user, filter, asked).OrderBy(r => r.Details.Name).ThenBy(r => r.Id).ToListAsync(ct);
        var heard = await HeardAsync(db, user, small, asked, schools, ct);
        return CsvExport.Of(heard.Select(SchoolHeardRow.Of).ToAsyncEnumerable(), "who-has-been-heard.csv");
    }

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
        var asked = Asked.Of(filter, clock.Today());
        var schools = await Seen(db, user, asked).Where(r => r.Urn == urn).ToListAsync(ct);
        var heard = await HeardAsync(db, user, small, asked, schools, ct);
        return heard.Count == 0 ? Problem.NotFound("school") : TypedResults.Ok(heard[0]);
    }

    private static IQueryable<SchoolRecord> Seen(SchoolsDb db, CurrentUser user, Asked asked)
    {
        var (every, own) = (user.HasAny(Can.SeeEveryVoice), user.OwnSchool());
        return db.RecordsAsAt(asked.AsAt).Where(r => every || r.Urn == own);
    }

    private static IQueryable<SchoolRecord> Listed(SchoolsDb db, CurrentUser user, RepresentationFilter filter, Asked asked)
    {
        var open = Seen(db, user, asked).Open();
        if (filter.Silent is not { } silent)
        {
            return open;
        }

        var heard = Heard(db, user, asked);
        return open.Where(r => !heard.Any(l => l.Urn == r.Urn) == silent);
    }

    private static IQueryable<Listening> Heard(SchoolsDb db, CurrentUser user, Asked asked)
    {
        var (whose, from, at) = asked;
        return db.Set<Listening>().CountableFor(user, at).Where(l => l.Whose == whose && l.On >= from && l.On <= at);
    }

    private static async Task<List<SchoolHeard>> HeardAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        Asked asked,
        IReadOnlyList<SchoolRecord> schools,
        CancellationToken ct
    )
    {
        var (urns, at) = (schools.Select(s => s.Urn).ToList(), asked.AsAt);
        var listenings = (await Heard(db, user, asked).Where(l => urns.Contains(l.Urn)).ToListAsync(ct)).ToLookup(l => l.Urn);
        var population = await db.PopulationAsync(at, urns.Count == 1 ? urns[0] : null, ct);
        return
        [
            .. schools.Select(school =>
            {
                var heard = listenings[school.Urn].ToList();
                var waiting = heard.Select(l => l.UnansweredSince(at)).OfType<DateOnly>().ToList();
                return new SchoolHeard(
                    school.Urn,
                    school.Details.Name,
                    asked.Whose,
                    asked.From,
                    at,
                    heard.Count,
                    waiting.Count,
                    waiting.Count == 0 ? null : waiting.Min(),
                    Representation.Of(heard, population[school.Urn], small)
                );
            }),
        ];
    }

    /// <summary>What is asked for, with what was left out.</summary>
    private sealed record Asked(Whose Whose, DateOnly From, DateOnly AsAt)
    {
        public static Asked Of(RepresentationFilter filter, DateOnly today)
        {
            var at = filter.AsAt ?? today;
            var year = at > DateOnly.MinValue.AddYears(1) ? at.AddYears(-1) : DateOnly.MinValue;
            return new(filter.Whose?.Value ?? Whose.Child, filter.From ?? year, at);
        }
    }
}
