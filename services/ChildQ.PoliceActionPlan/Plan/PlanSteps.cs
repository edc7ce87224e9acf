using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>A request to record a step of a version.</summary>
/// <param name="On">London date on which it was taken; today unless said.</param>
/// <param name="Meeting">Reference of the meeting at which it was taken.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the note, and says that it belongs there.</param>
public sealed record PlanStep(DateOnly? On, string? Meeting, [property: FreeText] string? Note, bool Confirmed = false) : IFreeText;

/// <summary>A request to draw the content anew from the live plan.</summary>
/// <param name="Why">What was changed, and on whose word.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in it, and says that it belongs there.</param>
public sealed record RedrawPlan([property: FreeText] string? Why, bool Confirmed = false) : IFreeText;

/// <summary>The steps that the lead takes with a version: open it for shaping, before the Board, to the partnership, and its content drawn anew.</summary>
internal static class PlanSteps
{
    public static void MapPlanSteps(this RouteGroupBuilder group)
    {
        Step(group, "shaping", (v, at, by, today, now) => v.OpenForShaping(at, by, today, now))
            .WithSummary("Opens a version to the Community Resilience Partnership and community partners.");
        Step(group, "consideration", (v, at, by, today, now) => v.Consider(at, by, today, now))
            .WithSummary("Records that the Police Action Plan Board has considered it.");
        Step(group, "partnership", (v, at, by, today, now) => v.Put(at, by, today, now))
            .WithSummary("Puts it to the Community Safety Partnership for ratification by both co-chairs.");
        group
            .MapPost("/versions/{id:guid}/content", Redraw)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<PlanVersionView>()
            .ProducesProblem(422)
            .WithSummary("Draws the content anew from the live plan, with the reason; approvals given before are void.");
    }

    private static RouteHandlerBuilder Step(
        RouteGroupBuilder group,
        string name,
        Func<PlanVersion, PlanOccasion, PlanActor, DateOnly, DateTimeOffset, Result> step
    ) =>
        group
            .MapPost(
                $"/versions/{{id:guid}}/{name}",
                (Guid id, PlanStep request, PoliceActionPlanDb db, CurrentUser user, HttpContext http, TimeProvider clock) =>
                    db.ChangeAsync<PlanVersion, PlanVersionView>(
                        http,
                        id,
                        async version =>
                            await db.KnowsAsync<Meeting>(request.Meeting, "meeting") is { IsOk: false } refused
                                ? refused
                                : step(
                                    version,
                                    new(request.On, request.Meeting, request.Note),
                                    user.AsLead(),
                                    clock.Today(),
                                    clock.GetUtcNow()
                                ),
                        version => PlanVersionView.Of(version, clock.Today()),
                        "version of the plan"
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<PlanVersionView>()
            .ProducesProblem(422);

    private static Task<IResult> Redraw(
        Guid id,
        RedrawPlan request,
        PoliceActionPlanDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.ChangeAsync<PlanVersion, PlanVersionView>(
            http,
            id,
            async version =>
            {
                var content = await db.DrawAsync(clock.GetUtcNow(), ct);
                var redrawn = version.Redraw(content, request.Why, user.AsLead(), clock.Today(), clock.GetUtcNow());
                if (redrawn.IsOk)
                {
                    db.Add(content);
                }

                return redrawn;
            },
            version => PlanVersionView.Of(version, clock.Today()),
            "version of the plan"
        );
}
