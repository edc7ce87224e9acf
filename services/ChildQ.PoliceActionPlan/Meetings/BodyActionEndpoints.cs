using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>An action arising as shown, as at a date.</summary>
/// <param name="Meeting">Reference of the meeting from which it arose.</param>
/// <param name="PlanAction">Reference of the action of the plan that it is; its progress is there.</param>
public sealed record BodyActionView(
    Guid Id,
    string Reference,
    string Title,
    string Meeting,
    string? Body,
    string? Owner,
    string? PlanAction,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing,
    PromiseView Promise
)
{
    public static BodyActionView Of(BodyAction a, DateOnly asAt) =>
        new(a.Id, a.Reference, a.Title, a.Meeting, a.Body, a.Owner, a.PlanAction, a.KnownOn, a.Source, a.Sharing, PromiseView.Of(a, asAt));
}

/// <summary>An action arising as one row of CSV.</summary>
public sealed record BodyActionRow(
    string Reference,
    string Title,
    string Meeting,
    string? Body,
    string? Owner,
    string? PlanAction,
    DateOnly? FirstDue,
    DateOnly? Due,
    PromiseStatus Status,
    DateOnly? StatusOn,
    string? StatusNote,
    DateOnly KnownOn,
    SharingLevel Sharing
)
{
    internal static BodyActionRow Of(BodyAction action, DateOnly asAt)
    {
        var a = BodyActionView.Of(action, asAt);
        return new(
            a.Reference,
            a.Title,
            a.Meeting,
            a.Body,
            a.Owner,
            a.PlanAction,
            a.Promise.FirstDue,
            a.Promise.Due,
            a.Promise.Status,
            a.Promise.StatusOn,
            a.Promise.StatusNote,
            a.KnownOn,
            a.Sharing
        );
    }
}

/// <summary>Which actions arising are asked for.</summary>
/// <param name="Body">Reference of a body.</param>
/// <param name="Meeting">Reference of a meeting.</param>
/// <param name="Status">As it stood at the date.</param>
/// <param name="Overdue">True for those past their due date, neither done nor stopped.</param>
/// <param name="AsAt">London date; today unless said.</param>
public sealed record BodyActionFilter(string? Body, string? Meeting, Word<PromiseStatus>? Status, bool? Overdue, DateOnly? AsAt);

/// <summary>What meetings asked to be done.</summary>
public static class BodyActionEndpoints
{
    public static void MapBodyActions(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/body-actions").WithTags("Actions arising");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<BodyActionView>>()
            .WithSummary("Actions arising from meetings, in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<BodyActionView>();
        group
            .MapGet(
                "/export.csv",
                async (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    return CsvExport.Of(
                        (await db.ReadableOfBodiesAsync<BodyAction>(user, at))
                            .OrderBy(a => a.Reference)
                            .AsAsyncEnumerable()
                            .Select(a => BodyActionRow.Of(a, at)),
                        "body-actions.csv"
                    );
                }
            )
            .AllowAnonymous();
        group
            .MapPost("/{id:guid}/progress", RecordProgress)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<BodyActionView>()
            .ProducesProblem(422)
            .WithSummary("Appends dated progress.");
        group
            .MapPost("/{id:guid}/due-date", MoveDue)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<BodyActionView>()
            .ProducesProblem(422)
            .WithSummary("Moves the due date, with the reason; the first one stays in view.");
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] BodyActionFilter filter
    )
    {
        var today = clock.Today();
        var at = filter.AsAt ?? today;
        var actions = await db.ReadableOfBodiesAsync<BodyAction>(user, at);
        actions = filter.Body is null ? actions : actions.Where(a => a.Body == filter.Body);
        actions = filter.Meeting is null ? actions : actions.Where(a => a.Meeting == filter.Meeting);
        actions = actions.WithStatus(filter.Status?.Value, at, today);
        actions = filter.Overdue == true ? actions.OverdueAsAt(at) : actions;
        return TypedResults.Ok(await actions.ToPageAsync(a => a.Reference, page, a => BodyActionView.Of(a, at)));
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await (await db.ReadableOfBodiesAsync<BodyAction>(user, at)).OneAsync(id, a => BodyActionView.Of(a, at), "action");
    }

    private static Task<IResult> RecordProgress(Guid id, RecordProgress progress, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<BodyAction, BodyActionView>(
            id,
            a =>
                a.IsOwn() is { IsOk: false } refused
                    ? refused
                    : a.Record(progress.Status, progress.Note, progress.On, clock.Today(), clock.GetUtcNow()),
            a => BodyActionView.Of(a, clock.Today()),
            "action"
        );

    private static Task<IResult> MoveDue(Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<BodyAction, BodyActionView>(
            http,
            id,
            a => a.IsOwn() is { IsOk: false } refused ? refused : a.MoveDue(move.To, move.Reason, clock.Today(), clock.GetUtcNow()),
            a => BodyActionView.Of(a, clock.Today()),
            "action"
        );
}
