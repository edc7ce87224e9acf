using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tracker;

/// <summary>What stood behind public actions at a date, for everyone: their public evidence, and what shaped them.</summary>
/// <param name="Evidence">By the action's reference, oldest first.</param>
/// <param name="ShapedBy">By the action's reference, in the order in which they were linked.</param>
internal sealed record Behind(ILookup<string, EvidenceView> Evidence, ILookup<string, LinkView> ShapedBy)
{
    /// <param name="db">The registers.</param>
    /// <param name="actions">Public actions only.</param>
    /// <param name="at">London date.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Behind> OfAsync(PoliceActionPlanDb db, IQueryable<PlanAction> actions, DateOnly at, CancellationToken ct)
    {
        var evidence = await db
            .Evidence.AsNoTracking()
            .StandingAt(at)
            .Where(e => e.Sharing == SharingLevel.Public)
            .Join(actions, e => e.ActionId, a => a.Id, (e, a) => new { Evidence = e, a.Reference })
            .OrderBy(e => e.Evidence.RecordedAt)
            .ThenBy(e => e.Evidence.Id)
            .ToListAsync(ct);
        var links = await db
            .ActionLinks.AsNoTracking()
            .StandingAt(at)
            .Shaping()
            .Where(l => l.To!.Sharing == SharingLevel.Public)
            .Join(actions, l => l.ActionId, a => a.Id, (l, a) => new { Link = l, a.Reference })
            .OrderBy(l => l.Link.RecordedAt)
            .ThenBy(l => l.Link.Id)
            .ToListAsync(ct);
        return new(
            evidence.ToLookup(e => e.Reference, e => EvidenceView.Of(e.Evidence, e.Reference, at), StringComparer.Ordinal),
            links.ToLookup(l => l.Reference, l => LinkView.Of(l.Link, l.Reference, at), StringComparer.Ordinal)
        );
    }
}
