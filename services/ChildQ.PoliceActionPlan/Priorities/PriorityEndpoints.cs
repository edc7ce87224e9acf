using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Priorities;

/// <summary>A priority as shown.</summary>
public sealed record PriorityView(
    Guid Id,
    string Reference,
    string Title,
    string? Description,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static PriorityView Of(Priority p) => new(p.Id, p.Reference, p.Title, p.Description, p.KnownOn, p.Source, p.Sharing);
}

/// <summary>The priorities of the shared plan.</summary>
public static class PriorityEndpoints
{
    public static void MapPriorities(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/priorities").WithTags("Priorities");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<PriorityView>>()
            .WithSummary("Priorities in order of reference, as at a date.");
        group
            .MapGet(
                "/{id:guid}",
                (Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    db.Priorities.ReadableBy(user, asAt ?? clock.Today()).OneAsync(id, PriorityView.Of, "priority")
            )
            .AllowAnonymous()
            .Produces<PriorityView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        db.Priorities.ReadableBy(user, asAt ?? clock.Today())
                            .OrderBy(p => p.Reference)
                            .Select(p => PriorityRow.Of(p))
                            .AsAsyncEnumerable(),
                        "priorities.csv"
                    )
            )
            .AllowAnonymous();
        group
            .MapPost(
                "",
                (PriorityText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
                    db.EnterAsync(
                        text,
                        "PAP-PRI",
                        reference => Task.FromResult(Priority.Set(text with { Reference = reference }, clock.Today())),
                        p => $"{service.Prefix}/priorities/{p.Id}",
                        PriorityView.Of
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<PriorityView>(201)
            .ProducesProblem(422);
        group
            .MapPut(
                "/{id:guid}",
                (Guid id, PriorityText text, PoliceActionPlanDb db, HttpContext http) =>
                    db.ChangeAsync<Priority, PriorityView>(http, id, p => p.Correct(text), PriorityView.Of, "priority")
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<PriorityView>()
            .ProducesProblem(422);
        group.MapImport<PriorityRow>("priorities", PriorityRow.Apply).RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        DateOnly? asAt
    )
    {
        var priorities = db.Priorities.ReadableBy(user, asAt ?? clock.Today());
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            priorities = priorities.Where(p => EF.Functions.ILike(p.Title, like, @"\") || EF.Functions.ILike(p.Reference, like, @"\"));
        }

        return TypedResults.Ok(await priorities.ToPageAsync(p => p.Reference, page, PriorityView.Of));
    }
}
