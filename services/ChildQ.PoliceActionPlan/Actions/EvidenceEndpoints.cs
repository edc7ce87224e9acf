using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>Evidence as shown, as at a date.</summary>
/// <param name="Action">Reference of the action.</param>
/// <param name="On">London date of the evidence itself.</param>
/// <param name="AddedBy">Key of the partner organisation that added it; none where the lead did.</param>
/// <param name="Withdrawn">When and why; none while it stood.</param>
public sealed record EvidenceView(
    Guid Id,
    string Action,
    string What,
    DateOnly? On,
    string? Address,
    string? Document,
    SharingLevel Sharing,
    DateOnly KnownOn,
    string? AddedBy,
    WithdrawalView? Withdrawn
)
{
    public static EvidenceView Of(ActionEvidence e, string action, DateOnly asAt) =>
        new(e.Id, action, e.What, e.On, e.Address, e.Document, e.Sharing, e.KnownOn, e.AddedBy, WithdrawalView.Of(e, asAt));
}

/// <summary>What the actions have come to, and where that can be seen.</summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/actions/{id:guid}/evidence").WithTags("Actions");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<EvidenceView>>()
            .WithSummary("Evidence of one action, last recorded first, as at a date; what was withdrawn says so.");
        group
            .MapPost("", Add)
            .RequireAuthorization(Can.RecordProgress)
            .Idempotent()
            .Produces<EvidenceView>(201)
            .ProducesProblem(422)
            .WithSummary("Adds evidence. A police partner only to the actions of their own organisation.");
        group
            .MapPost("/{evidence:guid}/withdrawal", WithdrawIt)
            .RequireAuthorization(Can.RecordProgress)
            .Idempotent()
            .Produces<EvidenceView>()
            .ProducesProblem(422)
            .WithSummary("Withdraws evidence, with the reason; it stays on record. A police partner only what their organisation added.");
    }

    /// <summary>
    /// What this caller may read of the evidence: what only the council may read is for the lead and the council's co-chair, never for anyone
    /// with a police role or a police organisation, whatever else they hold.
    /// </summary>
    public static IQueryable<ActionEvidence> EvidenceReadableBy(this PoliceActionPlanDb db, CurrentUser user, DateOnly asAt)
    {
        var levels = LevelsFor(user);
        return db.Evidence.AsNoTracking().Where(e => levels.Contains(e.Sharing) && e.KnownOn <= asAt);
    }

    private static SharingLevel[] LevelsFor(CurrentUser user)
    {
        var levels = SharingRules.LevelsFor(user.Principal).Where(l => l != SharingLevel.SafeSpace);
        return !SharingRules.IsPolice(user.Principal) && user.HasAny(Roles.PolicePlanLead, Roles.CoChairCouncil)
            ? [.. levels.Union([SharingLevel.CouncilOnly])]
            : [.. levels];
    }

    private static async Task<IResult> List(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        return await db.Actions.ReadableBy(user, at).HeadAsync(id) is not { } action
            ? Problem.NotFound("action")
            : TypedResults.Ok(
                await db.EvidenceReadableBy(user, at)
                    .Where(e => e.ActionId == id)
                    .ToPageAsync(e => e.RecordedAt, page, e => EvidenceView.Of(e, action.Reference, at), descending: true)
            );
    }

    private static async Task<IResult> Add(
        Guid id,
        EvidenceText text,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        var today = clock.Today();
        if (await db.Actions.ReadableBy(user, today).HeadAsync(id) is not { } action)
        {
            return Problem.NotFound("action");
        }

        if (action.RefusesToAppend(user) is { } refused)
        {
            return refused;
        }

        if (text.Sharing is { } level && level != SharingLevel.SafeSpace && !LevelsFor(user).Contains(level))
        {
            return Problem.Of(
                Rule.Broken("evidence/not-for-you", "You would not be able to read this yourself: choose public or partners.", "sharing")
            );
        }

        return await db.SaveNew(
            ActionEvidence.Add(text, action, user.AddsFor(), today, clock.GetUtcNow()),
            e => $"{service.Prefix}/actions/{id}/evidence/{e.Id}",
            e => EvidenceView.Of(e, action.Reference, today)
        );
    }

    private static async Task<IResult> WithdrawIt(
        Guid id,
        Guid evidence,
        Withdraw request,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock
    )
    {
        var today = clock.Today();
        return
            await db.Actions.ReadableBy(user, today).HeadAsync(id) is not { } action
            || !await db.EvidenceReadableBy(user, today).AnyAsync(e => e.Id == evidence && e.ActionId == id)
            ? Problem.NotFound("evidence")
            : await db.AppendAsync<ActionEvidence, EvidenceView>(
                evidence,
                e => e.Withdraw(action, request.Reason, today),
                e => EvidenceView.Of(e, action.Reference, today),
                "evidence",
                e => e.RefusesToWithdraw(user)
            );
    }
}
