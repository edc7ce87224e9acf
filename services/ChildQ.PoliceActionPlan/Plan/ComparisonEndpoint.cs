using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>Two versions of the plan, and what changed from one to the other.</summary>
public sealed record ComparisonView(PlanVersionView From, PlanVersionView To, Comparison Changes);

internal static class ComparisonEndpoint
{
    public static void MapComparison(this RouteGroupBuilder group) =>
        group
            .MapGet("/comparison", Compare)
            .AllowAnonymous()
            .Produces<ComparisonView>()
            .ProducesProblem(404)
            .WithSummary(
                "What changed from one version, by number, to another: actions added, removed and changed, and the words, as at a date."
            );

    private static async Task<IResult> Compare(
        int from,
        int to,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var at = asAt ?? clock.Today();
        var versions = await db.VersionsReadableBy(user, at).Where(v => v.Number == from || v.Number == to).ToListAsync(ct);
        if (versions.Find(v => v.Number == from) is not { } was || versions.Find(v => v.Number == to) is not { } now)
        {
            return Problem.NotFound("version of the plan");
        }

        return TypedResults.Ok(
            new ComparisonView(
                PlanVersionView.Of(was, at),
                PlanVersionView.Of(now, at),
                Comparison.Of(PlanText.Read(await db.CanonicalAsync(was, at, ct)), PlanText.Read(await db.CanonicalAsync(now, at, ct)))
            )
        );
    }
}
