using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>A request to begin the next version from the live plan.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data in the note, and says that it belongs there.</param>
public sealed record StartPlanVersion([property: FreeText] string? Note, bool Confirmed = false) : IEntryText, IFreeText
{
    string? IEntryText.Reference => null;
    DateOnly? IEntryText.KnownOn => null;
    string? IEntryText.Source => null;
    Contracts.SharingLevel? IEntryText.Sharing => null;
}

/// <summary>Versions of the shared plan: read, begun, and their words.</summary>
public static class PlanEndpoints
{
    public static void MapPlan(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/plan").WithTags("Plan");
        group
            .MapGet("/versions", List)
            .AllowAnonymous()
            .Produces<Page<PlanVersionView>>()
            .WithSummary(
                "Versions of the plan, newest first, as at a date. Everyone reads what is ratified; boards and partners the drafts too."
            );
        group.MapGet("/versions/{id:guid}", One).AllowAnonymous().Produces<PlanVersionView>().WithSummary("One version with its path.");
        group
            .MapGet("/versions/{id:guid}/content", Content)
            .AllowAnonymous()
            .Produces<PlanText>()
            .WithSummary("What a version says: the very bytes whose SHA-256 is its content hash.");
        group
            .MapPost("/versions", Start)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<PlanVersionView>(201)
            .ProducesProblem(422)
            .WithSummary("Begins the next version as a draft: a frozen copy of the live plan's priorities and actions.");
        group.MapPlanSteps();
        group.MapApprovals();
        group.MapPlanComments();
        group.MapComparison();
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        return TypedResults.Ok(
            await db.VersionsReadableBy(user, at).ToPageAsync(v => v.Number, page, v => PlanVersionView.Of(v, at), descending: true)
        );
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.VersionsReadableBy(user, at).OneAsync(id, v => PlanVersionView.Of(v, at), "version of the plan");
    }

    private static async Task<IResult> Content(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var at = asAt ?? clock.Today();
        return await db.VersionsReadableBy(user, at).FirstOrDefaultAsync(v => v.Id == id, ct) is { } version
            ? TypedResults.Text(await db.CanonicalAsync(version, at, ct), "application/json")
            : Problem.NotFound("version of the plan");
    }

    private static Task<IResult> Start(
        StartPlanVersion request,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service,
        CancellationToken ct
    ) =>
        db.EnterAsync(
            request,
            "PAP-PLAN",
            async reference =>
            {
                var previous = await db.PlanVersions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
                var content = await db.DrawAsync(clock.GetUtcNow(), ct);
                var started = PlanVersion.Start(
                    reference,
                    previous,
                    content,
                    request.Note,
                    user.AsLead(),
                    clock.Today(),
                    clock.GetUtcNow()
                );
                if (started.IsOk)
                {
                    db.Add(content);
                }

                return started;
            },
            v => $"{service.Prefix}/plan/versions/{v.Id}",
            v => PlanVersionView.Of(v, clock.Today())
        );

    internal static PlanActor AsLead(this CurrentUser user) => new(Roles.PolicePlanLead, user.Id);
}
