using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A visit to be put on record.</summary>
/// <param name="Urn">The school; a <c>school</c> user's own where left out.</param>
public sealed record NewVisit(int? Urn, [property: FreeText] VisitText Visit) : IFreeTextAboutAChild;

/// <summary>A correction of a visit. What was on record before stays there.</summary>
public sealed record VisitCorrection([property: FreeText] VisitText Visit, [property: FreeText] string? CorrectionReason)
    : IFreeTextAboutAChild;

/// <summary>A correction of a search.</summary>
public sealed record SearchCorrection(SearchText Search, [property: FreeText] string? CorrectionReason) : IFreeTextAboutAChild;

/// <summary>The register of police visits and searches in school: kept by schools, each its own, and by the schools lead.</summary>
public static class VisitEndpoints
{
    public static void MapPoliceVisits(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/police-visits").WithTags("Police visits");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.ReadVisits)
            .Produces<Page<VisitLine>>()
            .WithSummary("Visits, the latest first, as at a date.");
        group.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadVisits).Produces<VisitView>().ProducesProblem(404);
        group.MapGet("/export.csv", Export).RequireAuthorization(Can.ReadVisits).WithSummary("Visits and their searches, as at a date.");
        group
            .MapGet(
                "/safeguards",
                () => TypedResults.Ok(SafeguardRules.All.Select(r => new SafeguardView(r.Safeguard, r.Words, r.Source)).ToList())
            )
            .AllowAnonymous()
            .WithSummary("What is asked of a search, and the guidance or law it rests on.");
        group
            .MapPost("", Record)
            .RequireAuthorization(Can.KeepVisits)
            .Idempotent()
            .Produces<VisitView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Puts a visit on record. Text that may identify someone is refused.");
        group
            .MapPost("/{id:guid}/corrections", Correct)
            .RequireAuthorization(Can.KeepVisits)
            .RequireIfMatch()
            .Produces<VisitView>()
            .ProducesProblem(404)
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/searches", AddSearch)
            .RequireAuthorization(Can.KeepVisits)
            .Idempotent()
            .Produces<SearchView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Puts a search on record. Where it lacked a safeguard, a concern is raised in the same transaction.");
        group
            .MapPost("/{id:guid}/searches/{search:guid}/corrections", CorrectSearch)
            .RequireAuthorization(Can.KeepVisits)
            .RequireIfMatch()
            .Produces<SearchView>()
            .ProducesProblem(404)
            .ProducesProblem(422);
        group.MapConcerns();
        group.MapVisitCounts();
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] VisitFilter filter
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var found = await db.VisitsAsAt(user, filter, at).ToPageAsync(r => r.Details.On, page, r => r, descending: true);
        var searches = await db.SearchesOfAsync([.. found.Items.Select(r => r.VisitId)], at);
        var names = await db.SchoolNamesAsync(at, [.. found.Items.Select(r => r.Urn).Distinct()]);
        return TypedResults.Ok(
            new Page<VisitLine>(
                [.. found.Items.Select(r => VisitLine.Of(r, names.GetValueOrDefault(r.Urn, ""), [.. searches[r.VisitId]]))],
                found.Next
            )
        );
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return
            await db.Visits.AsNoTracking().VisibleTo(user).Include(v => v.Records).FirstOrDefaultAsync(v => v.Id == id) is { } visit
            && visit.Records.Any(r => r.KnownOn <= at)
            ? EntityTags.Ok(await ViewAsync(visit, db, at), visit.Version)
            : Problem.NotFound("visit");
    }

    private static CsvFile<VisitRow> Export(SchoolsDb db, CurrentUser user, TimeProvider clock, [AsParameters] VisitFilter filter) =>
        CsvExport.Of(Rows(db, user, filter, filter.AsAt ?? clock.Today()), "police-visits.csv");

    private static async IAsyncEnumerable<VisitRow> Rows(SchoolsDb db, CurrentUser user, VisitFilter filter, DateOnly asAt)
    {
        var visits = await db.VisitsAsAt(user, filter, asAt).OrderBy(r => r.Details.On).ThenBy(r => r.VisitId).ToListAsync();
        var searches = await db.SearchesOfAsync(visits.ConvertAll(v => v.VisitId), asAt);
        var names = await db.SchoolNamesAsync(asAt, [.. visits.Select(v => v.Urn).Distinct()]);
        foreach (var visit in visits)
        {
            foreach (var search in searches[visit.VisitId].Select(s => (SearchDetails?)s.Details).DefaultIfEmpty())
            {
                yield return VisitRow.Of(visit, names.GetValueOrDefault(visit.Urn, ""), search);
            }
        }
    }

    private static async Task<IResult> Record(NewVisit request, SchoolsDb db, CurrentUser user, TimeProvider clock, ServiceIdentity service)
    {
        if (await db.SchoolKeptByAsync(user, request.Urn) is not { } school)
        {
            return Problem.NotFound("school");
        }

        return await db.SaveNew(
            Visit.Record(school.Urn, request.Visit, clock.Today(), clock.GetUtcNow()),
            v => $"{service.Prefix}/police-visits/{v.Id}",
            v => VisitView.Of(v, school.Details.Name, [], clock.Today())
        );
    }

    private static async Task<IResult> Correct(
        Guid id,
        VisitCorrection request,
        SchoolsDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock
    )
    {
        if (await db.Visits.KeptBy(user).Include(v => v.Records).FirstOrDefaultAsync(v => v.Id == id) is not { } visit)
        {
            return Problem.NotFound("visit");
        }

        if (http.IsStale(visit))
        {
            return EntityTags.Changed();
        }

        var result = visit.Correct(request.Visit, request.CorrectionReason, clock.Today(), clock.GetUtcNow());
        var saved = await db.SaveAfter(result);
        return result.IsOk ? EntityTags.Ok(await ViewAsync(visit, db, clock.Today()), visit.Version) : saved;
    }

    private static async Task<IResult> AddSearch(
        Guid id,
        SearchText text,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        if (await db.Visits.KeptBy(user).FirstOrDefaultAsync(v => v.Id == id) is not { } visit)
        {
            return Problem.NotFound("visit");
        }

        var made = Search.Record(visit, text, clock.Today(), clock.GetUtcNow());
        if (made.IsOk)
        {
            await db.RaiseConcernAsync(made.Value, clock);
        }

        return await db.SaveNew(made, s => $"{service.Prefix}/police-visits/{s.VisitId}", s => SearchView.Of(s, clock.Today()));
    }

    private static async Task<IResult> CorrectSearch(
        Guid id,
        Guid search,
        SearchCorrection request,
        SchoolsDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock
    )
    {
        var kept = db.Visits.KeptBy(user).Where(v => v.Id == id).Select(v => v.Id);
        var found = await db
            .Searches.Include(s => s.Visit)
            .Include(s => s.Records)
            .FirstOrDefaultAsync(s => s.Id == search && kept.Contains(s.VisitId));
        if (found is null)
        {
            return Problem.NotFound("search");
        }

        if (http.IsStale(found))
        {
            return EntityTags.Changed();
        }

        var result = found.Correct(request.Search, request.CorrectionReason, clock.Today(), clock.GetUtcNow());
        if (result.IsOk)
        {
            await db.RaiseConcernAsync(found, clock);
        }

        return await db.SaveAfter(result, () => EntityTags.Ok(SearchView.Of(found, clock.Today()), found.Version));
    }

    private static async Task<VisitView> ViewAsync(Visit visit, SchoolsDb db, DateOnly asAt)
    {
        var searches = await db.Searches.AsNoTracking().Include(s => s.Records).Where(s => s.VisitId == visit.Id).ToListAsync();
        return VisitView.Of(visit, await db.SchoolNameAsync(asAt, visit.Urn), searches, asAt);
    }
}
