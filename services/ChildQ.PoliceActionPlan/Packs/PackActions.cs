using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>The plan's part of a pack: its actions by priority, and what moved since the last meeting.</summary>
internal sealed class PackActions(PoliceActionPlanDb db, CurrentUser user, DateOnly at, DateOnly? since, CancellationToken ct)
{
    public sealed record Drawn(IReadOnlyDictionary<string, ActionView> ByReference, IReadOnlyList<PackPriority> Priorities);

    public async Task<Drawn> DrawAsync()
    {
        var readable = db.Actions.ReadableBy(user, at);
        var actions = (await ActionListing.Of(readable, at).OrderBy(a => a.Reference).ToListAsync(ct)).ConvertAll(a => a.View(at));
        var priorities = await db.Priorities.ReadableBy(user, at).OrderBy(p => p.Reference).ToListAsync(ct);
        var moved = await MovedAsync(readable);
        var evidence = await EvidenceAsync(readable);
        var known = priorities.Select(p => p.Reference).ToHashSet(StringComparer.Ordinal);
        var shown = priorities.ConvertAll(p => Group(p.Reference, p.Title, actions.FindAll(a => a.Priority == p.Reference)));
        if (actions.FindAll(a => !known.Contains(a.Priority)) is { Count: > 0 } others)
        {
            shown.Add(Group(null, null, others));
        }

        return new(actions.ToDictionary(a => a.Reference, StringComparer.Ordinal), shown);

        PackPriority Group(string? reference, string? title, List<ActionView> under) =>
            new(
                reference,
                title,
                TrackerCounts.Of(under),
                under.ConvertAll(a => new PackAction(
                    a.Reference,
                    a.Title,
                    a.OwnerOrganisations,
                    a.Promise.Status,
                    a.Promise.StatusOn,
                    a.Promise.StatusNote,
                    a.Promise.FirstDue,
                    a.Promise.Due,
                    a.Promise.DueText,
                    Late.Days(a.Promise, at),
                    [.. moved[a.Reference]],
                    [.. evidence[a.Reference]]
                ))
            );
    }

    // From the day of the meeting on, as what was recorded that day may have come after it: told twice rather than never.
    private async Task<ILookup<string, ProgressView>> MovedAsync(IQueryable<PlanAction> actions) =>
        (
            await actions
                .SelectMany(a => a.Progress, (a, n) => new { a.Reference, Note = n })
                .Where(n => n.Note.KnownOn >= since && n.Note.KnownOn <= at)
                .OrderBy(n => n.Note.RecordedAt)
                .Select(n => new
                {
                    n.Reference,
                    n.Note.On,
                    n.Note.KnownOn,
                    n.Note.Status,
                    n.Note.Note,
                })
                .ToListAsync(ct)
        ).ToLookup(n => n.Reference, n => new ProgressView(n.On, n.KnownOn, n.Status, n.Note), StringComparer.Ordinal);

    private async Task<ILookup<string, EvidenceView>> EvidenceAsync(IQueryable<PlanAction> actions) =>
        (
            await db.EvidenceReadableBy(user, at)
                .Where(e => e.Sharing == SharingLevel.Public || e.Sharing == SharingLevel.Partners)
                .StandingAt(at)
                .Where(e => e.KnownOn >= since)
                .Join(actions, e => e.ActionId, a => a.Id, (e, a) => new { Evidence = e, a.Reference })
                .OrderBy(e => e.Evidence.RecordedAt)
                .ToListAsync(ct)
        ).ToLookup(e => e.Reference, e => EvidenceView.Of(e.Evidence, e.Reference, at), StringComparer.Ordinal);
}
