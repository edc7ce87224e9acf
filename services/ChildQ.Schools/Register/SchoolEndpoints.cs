using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Register;

/// <summary>The register of schools: kept by the schools lead; a school sees itself and no other.</summary>
public static class SchoolEndpoints
{
    public static void MapSchools(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/schools").WithTags("Register");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.ReadSchools)
            .Produces<Page<SchoolView>>()
            .WithSummary("Schools by name, as at a date.");
        group.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadSchools).Produces<SchoolView>().ProducesProblem(404);
        group
            .MapGet("/{id:guid}/history", History)
            .RequireAuthorization(Can.ReadSchools)
            .Produces<IReadOnlyList<SchoolView>>()
            .ProducesProblem(404)
            .WithSummary("Everything ever known of a school, oldest first.");
        group
            .MapGet("/export.csv", Export)
            .RequireAuthorization(Can.ReadSchools)
            .WithSummary("The register in the columns of the DfE's extract, as at a date.");
        group
            .MapPost(
                "",
                (SchoolText text, SchoolsDb db, TimeProvider clock, ServiceIdentity service) =>
                    db.SaveNew(School.Register(text, clock.Today()), s => $"{service.Prefix}/schools/{s.Id}", SchoolView.Of)
            )
            .RequireAuthorization(Can.KeepSchools)
            .Idempotent()
            .Produces<SchoolView>(201)
            .ProducesProblem(409)
            .ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepSchools)
            .RequireIfMatch()
            .Produces<SchoolView>()
            .ProducesProblem(404)
            .ProducesProblem(422);
        group.MapSchoolImport();
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] SchoolFilter filter
    ) =>
        TypedResults.Ok(
            await db.RecordsAsAt(filter.AsAt ?? clock.Today())
                .VisibleTo(user)
                .Matching(filter)
                .ToPageAsync(r => r.Details.Name, page, SchoolView.Of)
        );

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        var school = await db.Schools.AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(s => s.Id == id);
        var record = await db.RecordsAsAt(at).VisibleTo(user).FirstOrDefaultAsync(r => r.SchoolId == id);
        return school is null || record is null ? Problem.NotFound("school") : EntityTags.Ok(SchoolView.Of(record), school.Version);
    }

    private static async Task<IResult> History(Guid id, SchoolsDb db, CurrentUser user)
    {
        var records = await db
            .SchoolRecords.AsNoTracking()
            .VisibleTo(user)
            .Where(r => r.SchoolId == id)
            .OrderBy(r => r.Sequence)
            .ToListAsync();
        return records.Count == 0 ? Problem.NotFound("school") : TypedResults.Ok(records.ConvertAll(SchoolView.Of));
    }

    private static CsvFile<SchoolRow> Export(SchoolsDb db, CurrentUser user, TimeProvider clock, [AsParameters] SchoolFilter filter) =>
        CsvExport.Of(
            db.RecordsAsAt(filter.AsAt ?? clock.Today())
                .VisibleTo(user)
                .Matching(filter)
                .OrderBy(r => r.Urn)
                .AsAsyncEnumerable()
                .Select(SchoolRow.Of),
            "schools.csv"
        );

    private static async Task<IResult> Correct(Guid id, SchoolText text, SchoolsDb db, HttpContext http, TimeProvider clock)
    {
        if (await db.Schools.FirstOrDefaultAsync(s => s.Id == id) is not { } school)
        {
            return Problem.NotFound("school");
        }

        return http.IsStale(school)
            ? EntityTags.Changed()
            : await db.SaveAfter(school.Correct(text, clock.Today()), () => EntityTags.Ok(SchoolView.Of(school), school.Version));
    }
}
