using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>A request to approve a version.</summary>
/// <param name="ContentHash">Of the content that the co-chair has read.</param>
public sealed record ApprovePlan(string? ContentHash);

/// <summary>A request to send a version back.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data in the reasons, and says that it belongs there.</param>
public sealed record SendPlanBack([property: FreeText] string? Reasons, bool Confirmed = false) : IFreeText;

/// <summary>What the co-chairs decide of a version that was put to the partnership. Those who decide at the same moment queue.</summary>
internal static class Approvals
{
    public static void MapApprovals(this RouteGroupBuilder group)
    {
        group
            .MapPost("/versions/{id:guid}/approvals", Approve)
            .RequireAuthorization(Can.Ratify)
            .Idempotent()
            .Produces<PlanVersionView>()
            .ProducesProblem(422)
            .WithSummary("A co-chair approves exactly this content; the second co-chair's approval ratifies it.");
        group
            .MapPost("/versions/{id:guid}/send-back", SendBack)
            .RequireAuthorization(Can.Ratify)
            .Idempotent()
            .Produces<PlanVersionView>()
            .ProducesProblem(422)
            .WithSummary("A co-chair sends the version back, with reasons; work goes on in the next.");
    }

    private static Task<IResult> Approve(Guid id, ApprovePlan request, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock) =>
        db.AppendAsync<PlanVersion, PlanVersionView>(
            id,
            version => version.Approve(request.ContentHash, user.AsCoChair(version), clock.Today(), clock.GetUtcNow()),
            version => PlanVersionView.Of(version, clock.Today()),
            "version of the plan"
        );

    private static Task<IResult> SendBack(Guid id, SendPlanBack request, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock) =>
        db.AppendAsync<PlanVersion, PlanVersionView>(
            id,
            version => version.SendBack(request.Reasons, user.AsCoChair(version), clock.Today(), clock.GetUtcNow()),
            version => PlanVersionView.Of(version, clock.Today()),
            "version of the plan"
        );

    // Who holds both roles acts for the one that has not approved yet; the version refuses one person as two.
    private static PlanActor AsCoChair(this CurrentUser user, PlanVersion version)
    {
        var held = new[] { Roles.CoChairCouncil, Roles.CoChairPolice }.Where(user.Has).ToList();
        var given = version.Approvals().Select(a => a.Role).ToList();
        return new(held.Find(role => !given.Contains(role, StringComparer.Ordinal)) ?? held[0], user.Id);
    }
}
