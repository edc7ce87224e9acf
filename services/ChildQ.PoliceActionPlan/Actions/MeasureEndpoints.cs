using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>A measured value as shown, as at a date.</summary>
/// <param name="Number">None where the value is in words, or is suppressed.</param>
/// <param name="Suppressed">A count of people too small to be shown.</param>
/// <param name="Withdrawn">When and why; none while it stood.</param>
public sealed record MeasureView(
    Guid Id,
    DateOnly On,
    decimal? Number,
    string? Unit,
    string? Words,
    bool Suppressed,
    string Source,
    DateOnly KnownOn,
    string? AddedBy,
    WithdrawalView? Withdrawn
)
{
    public static MeasureView Of(MeasureValue m, SmallNumbers people, DateOnly asAt)
    {
        var number = m is { CountsPeople: true, Number: { } count } ? people.Of((int)count).Value : m.Number;
        return new(
            m.Id,
            m.On,
            number,
            m.Unit,
            m.Words,
            number is null && m.Number is not null,
            m.Source,
            m.KnownOn,
            m.AddedBy,
            WithdrawalView.Of(m, asAt)
        );
    }
}

/// <summary>What the outcome measures of the actions came to, over time.</summary>
public static class MeasureEndpoints
{
    public static void MapMeasures(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/actions/{id:guid}/measures").WithTags("Actions");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<MeasureView>>()
            .WithSummary("Values of an action's outcome measure by date, as at a date; small counts of people are suppressed.");
        group
            .MapPost("", Add)
            .RequireAuthorization(Can.RecordProgress)
            .Idempotent()
            .Produces<MeasureView>(201)
            .ProducesProblem(422)
            .WithSummary("Adds a measured value. A police partner only to the actions of their own organisation.");
        group
            .MapPost("/{measure:guid}/withdrawal", WithdrawIt)
            .RequireAuthorization(Can.RecordProgress)
            .Idempotent()
            .Produces<MeasureView>()
            .ProducesProblem(422)
            .WithSummary("Withdraws a value, with the reason; it stays on record.");
    }

    private static async Task<IResult> List(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        SmallNumbers people,
        [AsParameters] PageRequest page,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        return await db.Actions.ReadableBy(user, at).AnyAsync(a => a.Id == id)
            ? TypedResults.Ok(
                await db
                    .Measures.AsNoTracking()
                    .Where(m => m.ActionId == id && m.KnownOn <= at)
                    .ToPageAsync(m => m.On, page, m => MeasureView.Of(m, people, at))
            )
            : Problem.NotFound("action");
    }

    private static async Task<IResult> Add(
        Guid id,
        MeasureText text,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        SmallNumbers people,
        ServiceIdentity service
    )
    {
        var today = clock.Today();
        var actions = db.Actions.ReadableBy(user, today);
        if (await actions.HeadAsync(id) is not { } action)
        {
            return Problem.NotFound("action");
        }

        var hasMeasure = await actions.AnyAsync(a => a.Id == id && a.OutcomeMeasure != null);
        return action.RefusesToAppend(user)
            ?? await db.SaveNew(
                MeasureValue.Add(text, action, hasMeasure, user.AddsFor(), today, clock.GetUtcNow()),
                m => $"{service.Prefix}/actions/{id}/measures/{m.Id}",
                m => MeasureView.Of(m, people, today)
            );
    }

    private static async Task<IResult> WithdrawIt(
        Guid id,
        Guid measure,
        Withdraw request,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        SmallNumbers people
    )
    {
        var today = clock.Today();
        return
            await db.Actions.ReadableBy(user, today).HeadAsync(id) is not { } action
            || !await db.Measures.AnyAsync(m => m.Id == measure && m.ActionId == id)
            ? Problem.NotFound("measured value")
            : await db.AppendAsync<MeasureValue, MeasureView>(
                measure,
                m => m.Withdraw(action, request.Reason, today),
                m => MeasureView.Of(m, people, today),
                "measured value",
                m => m.RefusesToWithdraw(user)
            );
    }
}
