using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>The plan as it is worked on, from which the versions are drawn.</summary>
internal static class LivePlan
{
    /// <summary>
    /// Copies priorities and actions as they stand. What was stopped is promised no longer, and a priority without actions promises nothing:
    /// neither is in the next version. Nor is what police must not read: they read the drafts.
    /// </summary>
    public static async Task<PlanContent> DrawAsync(this PoliceActionPlanDb db, DateTimeOffset now, CancellationToken ct)
    {
        var priorities = await db
            .Priorities.NotRestricted()
            .Select(p => new
            {
                p.Reference,
                p.Title,
                p.Description,
                p.Sharing,
            })
            .ToListAsync(ct);
        var actions = await db
            .Actions.NotRestricted()
            .Where(a => a.Status != PromiseStatus.Stopped)
            .Select(a => new
            {
                a.Priority,
                a.Sharing,
                Planned = new PlannedAction(
                    a.Reference,
                    a.Title,
                    a.Commitment,
                    a.OwnerOrganisations,
                    a.OutcomeMeasure,
                    a.Baseline,
                    a.Target,
                    a.Start,
                    a.Due,
                    a.DueText
                ),
            })
            .ToListAsync(ct);
        var under = actions.ToLookup(a => a.Priority, StringComparer.Ordinal);
        var planned = priorities.FindAll(p => under.Contains(p.Reference));
        return PlanContent.Draw(
            PlanText.Of(
                planned.Select(p => new PlannedPriority(
                    p.Reference,
                    p.Title,
                    p.Description,
                    [.. under[p.Reference].Select(a => a.Planned)]
                ))
            ),
            planned
                .Where(p => p.Sharing != SharingLevel.Public)
                .Select(p => p.Reference)
                .Concat(actions.Where(a => a.Sharing != SharingLevel.Public).Select(a => a.Planned.Reference)),
            now
        );
    }
}
