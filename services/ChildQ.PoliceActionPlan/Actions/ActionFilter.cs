using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>Which actions are asked for.</summary>
/// <param name="Q">In title, commitment or reference.</param>
/// <param name="Priority">Reference of a priority.</param>
/// <param name="Owner">Key of an organisation that owns it, alone or jointly.</param>
/// <param name="Status">As it stood at the date.</param>
/// <param name="Overdue">True for those past their due date, neither done nor stopped.</param>
/// <param name="AsAt">London date; today unless said.</param>
public sealed record ActionFilter(string? Q, string? Priority, string? Owner, Word<PromiseStatus>? Status, bool? Overdue, DateOnly? AsAt)
{
    /// <summary>The actions as lists read them; those of one owner in the order in which that owner's stand in the index.</summary>
    internal IQueryable<ActionListing> List(PoliceActionPlanDb db, IQueryable<PlanAction> readable, DateOnly asAt, DateOnly today)
    {
        var actions = Apply(readable, asAt, today);
        return Owner is null
            ? ActionListing.Of(actions, asAt)
            : ActionListing.Of(
                db.ActionOwners.Where(o => o.Owner == Owner)
                    .Join(actions, o => o.ActionId, a => a.Id, (o, a) => new ActionListing.Placed { Action = a, Reference = o.Reference }),
                asAt
            );
    }

    private IQueryable<PlanAction> Apply(IQueryable<PlanAction> actions, DateOnly asAt, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var like = $"%{Like.Escape(Q)}%";
            actions = actions.Where(a =>
                EF.Functions.ILike(a.Title, like, @"\")
                || EF.Functions.ILike(a.Commitment, like, @"\")
                || EF.Functions.ILike(a.Reference, like, @"\")
            );
        }

        if (Priority is not null)
        {
            actions = actions.Where(a => a.Priority == Priority);
        }

        actions = actions.WithStatus(Status?.Value, asAt, today);
        return Overdue == true ? actions.OverdueAsAt(asAt) : actions;
    }
}
