using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A decision as shown, and as one row of CSV.</summary>
/// <param name="Meeting">Reference of the meeting that took it.</param>
/// <param name="Body">Reference of the body that met.</param>
/// <param name="On">London date of the meeting.</param>
public sealed record DecisionView(
    Guid Id,
    string Reference,
    string Meeting,
    string? Body,
    DateOnly? On,
    string Text,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static DecisionView Of(Decision d) =>
        new(d.Id, d.Reference, d.Meeting, d.Body, d.On, d.Text, d.Workstream, d.KnownOn, d.Source, d.Sharing);
}

/// <summary>What the bodies decided.</summary>
public static class DecisionEndpoints
{
    public static void MapDecisions(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/decisions").WithTags("Decisions");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<DecisionView>>()
            .WithSummary("Decisions in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<DecisionView>();
        group
            .MapGet(
                "/export.csv",
                async (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        (await db.ReadableOfBodiesAsync<Decision>(user, asAt ?? clock.Today()))
                            .OrderBy(d => d.Reference)
                            .AsAsyncEnumerable()
                            .Select(DecisionView.Of),
                        "decisions.csv"
                    )
            )
            .AllowAnonymous();
        group
            .MapPost("/{id:guid}/publication", Publish)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<DecisionView>()
            .ProducesProblem(422)
            .WithSummary("Makes a decision public, for good.");
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? body,
        string? meeting,
        DateOnly? asAt
    )
    {
        var decisions = await db.ReadableOfBodiesAsync<Decision>(user, asAt ?? clock.Today());
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            decisions = decisions.Where(d => EF.Functions.ILike(d.Text, like, @"\") || EF.Functions.ILike(d.Reference, like, @"\"));
        }

        decisions = body is null ? decisions : decisions.Where(d => d.Body == body);
        decisions = meeting is null ? decisions : decisions.Where(d => d.Meeting == meeting);
        return TypedResults.Ok(await decisions.ToPageAsync(d => d.Reference, page, DecisionView.Of));
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
        await (await db.ReadableOfBodiesAsync<Decision>(user, asAt ?? clock.Today())).OneAsync(id, DecisionView.Of, "decision");

    private static Task<IResult> Publish(Guid id, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Decision, DecisionView>(http, id, d => d.Publish(clock.Today()), DecisionView.Of, "decision");
}
