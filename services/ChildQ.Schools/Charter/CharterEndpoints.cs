using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Charter;

/// <summary>The inclusion charter by school: each keeps its own, the schools lead may for it; everyone may read who is at which stage.</summary>
public static class CharterEndpoints
{
    public static void MapCharters(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/charters").WithTags("Charter");
        group
            .MapGet("/status", Status)
            .AllowAnonymous()
            .Produces<CharterStatus>()
            .WithSummary("For everyone: the charter status of each open school and how many are at each stage, as at a date.");
        group
            .MapGet("/{id:guid}", One)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<CharterView>()
            .ProducesProblem(404)
            .WithSummary(
                "A school's stage, its distance to the deadline, the five voices and metrics, as at a date. The id is the school's."
            );
        group
            .MapPost("/{id:guid}/stages", Reach)
            .Records()
            .WithSummary("A stage was reached. Adopted only once all five voices have had input: charter/voices-missing.");
        group.MapPost("/{id:guid}/inputs", Hear).Records().WithSummary("One of the five voices had input. The summary is screened.");
        group.MapPost("/{id:guid}/metrics", Measure).Records().WithSummary("A metric on a key area, as measured on a day.");
    }

    private static RouteHandlerBuilder Records(this RouteHandlerBuilder route) =>
        route
            .RequireAuthorization(Can.RecordForSchool)
            .Idempotent()
            .Produces<CharterView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Status(SchoolsDb db, TimeProvider clock, DateOnly? asAt, CancellationToken ct)
    {
        var at = asAt ?? clock.Today();
        var schools = await db.RecordsAsAt(at).Open().OrderBy(r => r.Details.Name).ThenBy(r => r.Urn).ToListAsync(ct);
        var charters = await db.Set<InclusionCharter>().AsNoTracking().AsSplitQuery().ToDictionaryAsync(c => c.SchoolId, ct);
        var published = schools.ConvertAll(s =>
        {
            var charter = CharterView.Of(s, charters.GetValueOrDefault(s.SchoolId), at);
            return new PublishedCharter(s.Urn, s.Details.Name, s.Details.Phase, charter.Stage, charter.Since, charter.Distance.Expectation);
        });
        int At(CharterStage stage) => published.Count(p => p.Stage == stage);
        return TypedResults.Ok(
            new CharterStatus(
                at,
                CharterDeadline.On,
                published.Count,
                At(CharterStage.NotStarted),
                At(CharterStage.WorkingTowards),
                At(CharterStage.Adopted),
                published
            )
        );
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.ProgressVisibleTo(user, at).FirstOrDefaultAsync(r => r.SchoolId == id) is not { } school
            ? Problem.NotFound("school")
            : TypedResults.Ok(
                CharterView.Of(
                    school,
                    await db.Set<InclusionCharter>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(c => c.SchoolId == id),
                    at
                )
            );
    }

    private static Task<IResult> Reach(Guid id, StageReached reached, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        Append(id, db, user, clock, reached.On, (c, at) => c.Reach(reached, at));

    private static Task<IResult> Hear(Guid id, InputGiven given, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        Append(id, db, user, clock, given.On, (c, at) => c.Hear(given, at));

    private static Task<IResult> Measure(Guid id, MetricMeasured measured, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        Append(id, db, user, clock, measured.On, (c, at) => c.Measure(measured, at));

    private static Task<IResult> Append(
        Guid id,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? on,
        Func<InclusionCharter, Recording, Result> act
    ) =>
        db.AppendAsync(
            user,
            id,
            InclusionCharter.Of,
            charter => act(charter, new(on, clock.Today(), clock.GetUtcNow())),
            charter => TypedResults.Ok(CharterView.Of(SchoolRecord.Current(charter.School), charter, clock.Today()))
        );
}
