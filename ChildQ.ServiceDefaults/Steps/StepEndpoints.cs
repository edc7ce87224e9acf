using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Steps;

/// <summary>A step as shown, as at a date.</summary>
public sealed record StepView(
    Guid Id,
    string Reference,
    string Workstream,
    string? Section,
    StepKind Kind,
    string Title,
    string? Detail,
    string? Owner,
    DateOnly KnownOn,
    string? Source,
    PromiseView Promise
)
{
    public static StepView Of(Step step, DateOnly asAt) =>
        new(
            step.Id,
            step.Reference,
            step.Workstream,
            step.Section,
            step.Kind,
            step.Title,
            step.Detail,
            step.Owner,
            step.KnownOn,
            step.Source,
            PromiseView.Of(step, asAt)
        );
}

/// <summary>The steps register of a service: read by all, kept by its lead.</summary>
public static class StepEndpoints
{
    /// <param name="root">The service's group.</param>
    /// <param name="keep">Who keeps the register.</param>
    /// <param name="import">Who loads it in bulk.</param>
    public static void MapSteps(this RouteGroupBuilder root, AuthorizationPolicy keep, AuthorizationPolicy import)
    {
        var group = root.MapGroup("/steps").WithTags("Steps");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<StepView>>()
            .WithSummary("Planned steps in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<StepView>();
        group
            .MapGet(
                "/export.csv",
                (ServiceDb db, TimeProvider clock, DateOnly? asAt) => CsvExport.Of(Rows(db, asAt ?? clock.Today()), "steps.csv")
            )
            .AllowAnonymous()
            .WithSummary("All steps as CSV, as at a date.");
        group
            .MapPost(
                "",
                (StepText text, ServiceDb db, TimeProvider clock, ServiceIdentity service) =>
                    db.SaveNew(Step.Plan(text, clock.Today()), s => $"{service.Prefix}/steps/{s.Id}", s => StepView.Of(s, clock.Today()))
            )
            .RequireAuthorization(keep)
            .Idempotent()
            .Produces<StepView>(201)
            .ProducesProblem(422);
        group.MapPut("/{id:guid}", Correct).RequireAuthorization(keep).RequireIfMatch().Produces<StepView>().ProducesProblem(422);
        group.MapPost("/{id:guid}/progress", Record).RequireAuthorization(keep).Idempotent().Produces<StepView>().ProducesProblem(422);
        group.MapPost("/{id:guid}/due-date", Move).RequireAuthorization(keep).RequireIfMatch().Produces<StepView>().ProducesProblem(422);
        group.MapImport<StepRow>("steps", StepRow.Apply).RequireAuthorization(import);
    }

    private static async Task<IResult> List(
        ServiceDb db,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? workstream,
        Word<PromiseStatus>? status,
        bool? overdue,
        DateOnly? asAt
    )
    {
        var today = clock.Today();
        var at = asAt ?? today;
        var steps = db.Set<Step>().AsNoTracking().Where(s => s.KnownOn <= at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            steps = steps.Where(s =>
                EF.Functions.ILike(s.Title, $"%{Like.Escape(q)}%", @"\") || EF.Functions.ILike(s.Reference, $"%{Like.Escape(q)}%", @"\")
            );
        }

        if (workstream is not null)
        {
            steps = steps.Where(s => s.Workstream == workstream);
        }

        steps = steps.WithStatus(status?.Value, at, today);
        if (overdue == true)
        {
            steps = steps.OverdueAsAt(at);
        }

        return TypedResults.Ok(await steps.ToPageAsync(s => s.Reference, page, s => StepView.Of(s, at)));
    }

    private static async Task<IResult> One(Guid id, ServiceDb db, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.Set<Step>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.KnownOn <= at) is { } step
            ? EntityTags.Ok(StepView.Of(step, at), step.Version)
            : Problem.NotFound("step");
    }

    private static Task<IResult> Correct(Guid id, StepText text, ServiceDb db, HttpContext http, TimeProvider clock) =>
        Change(id, db, http, clock, step => step.Correct(text));

    private static Task<IResult> Move(Guid id, MoveDueDate move, ServiceDb db, HttpContext http, TimeProvider clock) =>
        Change(id, db, http, clock, step => step.MoveDue(move.To, move.Reason, clock.Today(), clock.GetUtcNow()));

    private static async Task<IResult> Change(Guid id, ServiceDb db, HttpContext http, TimeProvider clock, Func<Step, Result> change)
    {
        if (await db.Set<Step>().FirstOrDefaultAsync(s => s.Id == id) is not { } step)
        {
            return Problem.NotFound("step");
        }

        return http.IsStale(step)
            ? EntityTags.Changed()
            : await db.SaveAfter(change(step), () => EntityTags.Ok(StepView.Of(step, clock.Today()), step.Version));
    }

    private static async Task<IResult> Record(Guid id, RecordProgress progress, ServiceDb db, TimeProvider clock) =>
        await db.Set<Step>().FirstOrDefaultAsync(s => s.Id == id) is not { } step
            ? Problem.NotFound("step")
            : await db.SaveAfter(
                step.Record(progress.Status, progress.Note, progress.On, clock.Today(), clock.GetUtcNow()),
                () => EntityTags.Ok(StepView.Of(step, clock.Today()), step.Version)
            );

    private static async IAsyncEnumerable<StepRow> Rows(ServiceDb db, DateOnly asAt)
    {
        await foreach (
            var step in db.Set<Step>().AsNoTracking().Where(s => s.KnownOn <= asAt).OrderBy(s => s.Reference).AsAsyncEnumerable()
        )
        {
            yield return StepRow.Of(step, asAt);
        }
    }
}
