using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A request to put on record that an organisation joined the working group.</summary>
/// <param name="Class">The class of stakeholder that it speaks for.</param>
/// <param name="Organisation">Its key, as in the tokens of its people.</param>
/// <param name="On">London date; today unless said.</param>
public sealed record JoinWorkingGroup(StakeholderClass? Class, string? Organisation, DateOnly? On);

/// <summary>A request to put on record that an organisation left the working group.</summary>
/// <param name="On">London date; today unless said.</param>
public sealed record LeaveWorkingGroup(DateOnly? On);

/// <summary>A request to put on record that interim guidance was issued.</summary>
/// <param name="On">London date; today unless said.</param>
public sealed record IssueInterim(DateOnly? On);

/// <summary>A request to publish.</summary>
/// <param name="On">London date; today unless said.</param>
/// <param name="ReviewOn">London date by which it is to be reviewed.</param>
public sealed record PublishProtocol(DateOnly? On, DateOnly? ReviewOn);

/// <summary>A request to start the next version.</summary>
/// <param name="Due">London date by which it is promised.</param>
public sealed record NewVersion(DateOnly? Due);

/// <summary>What the lead does with a protocol: working group, interim guidance, publication, next version, its dates.</summary>
internal static class ProtocolActs
{
    public static void MapProtocolActs(this RouteGroupBuilder group, TimeProvider clock)
    {
        group
            .MapPost(
                "/{id:guid}/working-group",
                (Guid id, JoinWorkingGroup joining, PoliceActionPlanDb db, HttpContext http) =>
                    Change(
                        db,
                        http,
                        id,
                        clock,
                        p => p.Join(joining.Class, joining.Organisation, joining.On, clock.Today(), clock.GetUtcNow())
                    )
            )
            .Changes()
            .WithSummary("An organisation joins the working group, to speak for a class of stakeholder.");
        group
            .MapPost(
                "/{id:guid}/working-group/{member:guid}/leaving",
                (Guid id, Guid member, LeaveWorkingGroup leaving, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.Leave(member, leaving.On, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("An organisation leaves the working group; that it was in it stays in view.");
        group
            .MapPost(
                "/{id:guid}/interim",
                (Guid id, IssueInterim issue, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.IssueInterim(issue.On ?? clock.Today(), clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Issues the current draft as interim guidance, not endorsed; every school that it is for is sent it as such.");
        group
            .MapPost(
                "/{id:guid}/publication",
                (Guid id, PublishProtocol publish, PoliceActionPlanDb db, HttpContext http) =>
                    Change(
                        db,
                        http,
                        id,
                        clock,
                        p => p.Publish(publish.On ?? clock.Today(), publish.ReviewOn, clock.Today(), clock.GetUtcNow())
                    )
            )
            .Changes()
            .WithSummary(
                "Publishes the draft once every class of stakeholder has endorsed that very text; every school that it is for is sent it."
            );
        group
            .MapPost(
                "/{id:guid}/versions",
                (Guid id, NewVersion version, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.StartNewVersion(version.Due, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Starts the next version of what is published.");
        Dates(group, clock);
    }

    private static void Dates(RouteGroupBuilder group, TimeProvider clock)
    {
        group
            .MapPost(
                "/{id:guid}/due-date",
                (Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.MoveDue(move.To, move.Reason, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Moves the due date, with the reason; the first one stays in view.");
        group
            .MapPost(
                "/{id:guid}/review-date",
                (Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.MoveReview(move.To, move.Reason, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Moves the review date of what is in force, with the reason; the first one stays in view.");
    }

    private static Task<IResult> Change(
        PoliceActionPlanDb db,
        HttpContext http,
        Guid id,
        TimeProvider clock,
        Func<Protocol, Result> change
    ) => db.ChangeAsync<Protocol, ProtocolView>(http, id, change, p => ProtocolView.ForLead(p, clock.Today()), "protocol");

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder route) =>
        route.RequireAuthorization(Can.KeepRegisters).RequireIfMatch().Produces<ProtocolView>().ProducesProblem(422);
}
