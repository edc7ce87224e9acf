using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>Something appended to an action: evidence, a link, a measured value. Never rewritten; withdrawn with a reason, never deleted.</summary>
public abstract class Appended : Entity
{
    public Guid ActionId { get; protected init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public DateOnly KnownOn { get; protected init; }

    public DateTimeOffset RecordedAt { get; protected init; }

    /// <summary>Key of the partner organisation that added it; none where the lead did.</summary>
    public string? AddedBy { get; protected init; }

    /// <summary>London date on which it was withdrawn; none while it stands.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    /// <summary>Withdraws it. As at an earlier date it still stands.</summary>
    public Result Withdraw(ActionHead action, string? reason, DateOnly today)
    {
        var check = new Check()
            .Text(reason, "reason", 2000)
            .That(WithdrawnOn is null, "appended/withdrawn-already", "This was withdrawn before.");
        if (check.Failed)
        {
            return check.Result;
        }

        (WithdrawnOn, WithdrawnBecause) = (today, reason);
        RaiseWithdrawn(action, today);
        return Result.Ok;
    }

    protected abstract void RaiseWithdrawn(ActionHead action, DateOnly today);
}

internal static class AppendedQueries
{
    /// <summary>What had been recorded by a date, and not withdrawn by then.</summary>
    public static IQueryable<T> StandingAt<T>(this IQueryable<T> appended, DateOnly asAt)
        where T : Appended => appended.Where(a => a.KnownOn <= asAt && (a.WithdrawnOn == null || a.WithdrawnOn > asAt));
}

/// <summary>That something was withdrawn, as shown.</summary>
public sealed record WithdrawalView(DateOnly On, string Reason)
{
    /// <summary>None while it stood.</summary>
    public static WithdrawalView? Of(Appended appended, DateOnly asAt) =>
        appended.WithdrawnOn is { } on && on <= asAt ? new(on, appended.WithdrawnBecause!) : null;
}

/// <summary>A request to withdraw something.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data in the reason, and says that it belongs there.</param>
public sealed record Withdraw([property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>What has to be known of an action to append to it, without its notes.</summary>
public sealed record ActionHead(
    Guid Id,
    string Reference,
    string Title,
    IReadOnlyList<string> OwnerOrganisations,
    string Workstream,
    SharingLevel Sharing
)
{
    public string Path => $"/police-action-plan/actions/{Id}";
}

internal static class ActionHeads
{
    public static Task<ActionHead?> HeadAsync(this IQueryable<PlanAction> actions, Guid id) =>
        actions
            .Where(a => a.Id == id)
            .Select(a => new ActionHead(a.Id, a.Reference, a.Title, a.OwnerOrganisations, a.Workstream, a.Sharing))
            .FirstOrDefaultAsync();

    /// <summary>The lead to any action; a police partner to those that their organisation owns.</summary>
    public static IResult? RefusesToAppend(this ActionHead action, CurrentUser user) =>
        user.Has(Roles.PolicePlanLead)
        || (user.Organisation is { } organisation && action.OwnerOrganisations.Contains(organisation, StringComparer.Ordinal))
            ? null
            : Problem.Of(403, "action/not-yours", "Your organisation does not own this action.");

    /// <summary>The lead anything; a partner what their own organisation added.</summary>
    public static IResult? RefusesToWithdraw(this Appended appended, CurrentUser user) =>
        user.Has(Roles.PolicePlanLead) || (user.Organisation is { } organisation && appended.AddedBy == organisation)
            ? null
            : Problem.Of(403, "appended/not-yours", "Your organisation did not add this.");

    /// <summary>Recorded as the partner's own, unless the lead adds it.</summary>
    public static string? AddsFor(this CurrentUser user) => user.Has(Roles.PolicePlanLead) ? null : user.Organisation;
}
