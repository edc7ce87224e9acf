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
    internal IQueryable<PlanAction> Apply(IQueryable<PlanAction> actions, DateOnly asAt, DateOnly today)
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

        if (Owner is not null)
        {
            // Contained in, not equal to any: only that asks the GIN index.
            string[] owner = [Owner];
            actions = actions.Where(a => owner.All(o => a.OwnerOrganisations.Contains(o)));
        }

        actions = actions.WithStatus(Status?.Value, asAt, today);
        return Overdue == true ? actions.OverdueAsAt(asAt) : actions;
    }
}
