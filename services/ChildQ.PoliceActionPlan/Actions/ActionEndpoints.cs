using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>The actions of the shared plan.</summary>
public static class ActionEndpoints
{
    public static void MapActions(this RouteGroupBuilder root)
    {
        var clock = ((IEndpointRouteBuilder)root).ServiceProvider.GetRequiredService<TimeProvider>();
        var group = root.MapGroup("/actions").WithTags("Actions");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<ActionView>>()
            .WithSummary("Actions in order of reference, as at a date, each with its latest progress only.");
        group
            .MapGet("/{id:guid}", One)
            .AllowAnonymous()
            .Produces<ActionView>()
            .WithSummary("One action, as at a date, with its latest progress only.");
        group.MapGet("/export.csv", Export).AllowAnonymous().WithSummary("The actions as CSV, as at a date.");
        group
            .MapPost("", Add)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<ActionView>(201)
            .ProducesProblem(422)
            .WithSummary("Puts an action into the plan; without a reference it gets the next one.");
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ActionView>()
            .ProducesProblem(422)
            .WithSummary("Corrects an action's words; its due date moves by itself.");
        group
            .MapPost("/{id:guid}/progress", RecordProgress)
            .RequireAuthorization(Can.RecordProgress)
            .Idempotent()
            .Produces<ActionView>()
            .ProducesProblem(422)
            .WithSummary("Appends dated progress. A police partner only to the actions of their own organisation.");
        group
            .MapGet("/{id:guid}/progress", ListProgress)
            .AllowAnonymous()
            .Produces<Page<ProgressView>>()
            .WithSummary("Progress notes of one action, last recorded first, as at a date.");
        group
            .MapPost(
                "/{id:guid}/due-date",
                (Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http) =>
                    db.ChangeAsync<PlanAction, ActionView>(
                        http,
                        id,
                        action => action.Reschedule(move.To, move.Reason, clock.Today(), clock.GetUtcNow()),
                        action => ActionView.Of(action, clock.Today()),
                        "action"
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ActionView>()
            .ProducesProblem(422)
            .WithSummary("Moves the due date, with the reason; the first one stays in view.");
        group
            .MapImport<ActionRow>("actions", (batch, db, today, ct) => ActionRow.Apply(batch, db, clock, today, ct))
            .RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] ActionFilter filter
    )
    {
        var today = clock.Today();
        var at = filter.AsAt ?? today;
        var actions = filter.List(db, db.Actions.ReadableBy(user, at), at, today);
        return TypedResults.Ok(await actions.ToPageAsync(a => a.Reference, page, a => a.View(at)));
    }

    private static async Task<IResult> ListProgress(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var action = db.Actions.ReadableBy(user, at).Where(a => a.Id == id);
        return await action.AnyAsync(page.Http.RequestAborted)
            ? TypedResults.Ok(await ProgressListing.Of(action, at).ToPageAsync(n => n.RecordedAt, page, n => n.View(), descending: true))
            : Problem.NotFound("action");
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        var action = ActionListing.Of(db.Actions.ReadableBy(user, at).Where(a => a.Id == id), at);
        return await action.FirstOrDefaultAsync() is { } found
            ? EntityTags.Ok(found.View(at), found.RowVersion)
            : Problem.NotFound("action");
    }

    private static CsvFile<ActionRow> Export(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] ActionFilter filter
    )
    {
        var today = clock.Today();
        var at = filter.AsAt ?? today;
        var actions = filter.List(db, db.Actions.ReadableBy(user, at), at, today).OrderBy(a => a.Reference);
        return CsvExport.Of(actions.AsAsyncEnumerable().Select(action => ActionRow.Of(action.View(at))), "actions.csv");
    }

    private static Task<IResult> Add(ActionText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-ACT",
            async reference =>
                await db.KnowsAsync<Priority>(text.Priority, "priority") is { IsOk: false } refused
                    ? refused
                    : PlanAction.Add(text with { Reference = reference }, clock.Today()),
            action => $"{service.Prefix}/actions/{action.Id}",
            action => ActionView.Of(action, clock.Today())
        );

    private static Task<IResult> Correct(Guid id, ActionText text, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<PlanAction, ActionView>(
            http,
            id,
            async action =>
                await db.KnowsAsync<Priority>(text.Priority, "priority") is { IsOk: false } refused ? refused : action.Correct(text),
            action => ActionView.Of(action, clock.Today()),
            "action"
        );

    private static Task<IResult> RecordProgress(
        Guid id,
        RecordProgress progress,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock
    ) =>
        db.AppendAsync<PlanAction, ActionView>(
            id,
            action => action.Record(progress.Status, progress.Note, progress.On, clock.Today(), clock.GetUtcNow()),
            action => ActionView.Of(action, clock.Today()),
            "action",
            action =>
                !SharingRules.MaySee(user.Principal, action) ? Problem.NotFound("action")
                : user.Has(Roles.PolicePlanLead) || action.IsOwnedBy(user.Organisation) ? null
                : Problem.Of(403, "action/not-yours", "Your organisation does not own this action.")
        );
}
