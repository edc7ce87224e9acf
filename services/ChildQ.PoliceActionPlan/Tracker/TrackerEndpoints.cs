using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tracker;

/// <summary>How many actions stand how.</summary>
/// <param name="Overdue">Of those not started or under way, how many are past their due date.</param>
public sealed record TrackerCounts(int Total, int NotStarted, int UnderWay, int Done, int Stopped, int Overdue)
{
    public static TrackerCounts Of(IReadOnlyCollection<ActionView> actions)
    {
        int With(PromiseStatus status) => actions.Count(a => a.Promise.Status == status);
        return new(
            actions.Count,
            With(PromiseStatus.NotStarted),
            With(PromiseStatus.UnderWay),
            With(PromiseStatus.Done),
            With(PromiseStatus.Stopped),
            actions.Count(a => a.Promise.Overdue)
        );
    }
}

/// <summary>The actions of one priority.</summary>
/// <param name="Reference">None for actions whose priority was not public by then.</param>
/// <param name="Evidence">Public evidence of its actions, each with its action's reference.</param>
/// <param name="ShapedBy">Themes and activities that shaped its actions, each with its action's reference.</param>
public sealed record TrackerPriority(
    string? Reference,
    string? Title,
    string? Description,
    TrackerCounts Counts,
    IReadOnlyList<ActionView> Actions,
    IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyList<LinkView> ShapedBy
);

/// <summary>What was promised, by whom, by when, and what happened, as at a date.</summary>
public sealed record TrackerView(DateOnly AsAt, TrackerCounts Counts, IReadOnlyList<TrackerPriority> Priorities);

/// <summary>The public tracker of the shared plan: the same for everyone, signed in or not.</summary>
public static class TrackerEndpoints
{
    public static void MapTracker(this RouteGroupBuilder root) =>
        root.MapGet("/tracker", Show)
            .AllowAnonymous()
            .WithTags("Tracker")
            .Produces<TrackerView>()
            .WithSummary("The public actions of the shared plan by priority, with counts by status and overdue, as at a date.");

    private static async Task<IResult> Show(PoliceActionPlanDb db, TimeProvider clock, DateOnly? asAt, CancellationToken ct)
    {
        var at = asAt ?? clock.Today();
        var actions = db.Actions.AsNoTracking().AsSplitQuery().Where(a => a.Sharing == SharingLevel.Public && a.KnownOn <= at);
        var listed = await ActionListing.Of(actions, at).OrderBy(a => a.Reference).ToListAsync(ct);
        var behind = await Behind.OfAsync(db, actions, at, ct);
        var priorities = await db
            .Priorities.AsNoTracking()
            .Where(p => p.Sharing == SharingLevel.Public && p.KnownOn <= at)
            .OrderBy(p => p.Reference)
            .ToListAsync(ct);

        var views = listed.ConvertAll(a => a.View(at));
        var known = priorities.Select(p => p.Reference).ToHashSet(StringComparer.Ordinal);
        var groups = priorities.ConvertAll(p =>
            Group(p.Reference, p.Title, p.Description, views.FindAll(v => v.Priority == p.Reference), behind)
        );
        if (views.FindAll(v => !known.Contains(v.Priority)) is { Count: > 0 } others)
        {
            groups.Add(Group(null, null, null, others, behind));
        }

        return TypedResults.Ok(new TrackerView(at, TrackerCounts.Of(views), groups));
    }

    private static TrackerPriority Group(string? reference, string? title, string? description, List<ActionView> actions, Behind behind) =>
        new(
            reference,
            title,
            description,
            TrackerCounts.Of(actions),
            actions,
            [.. actions.SelectMany(a => behind.Evidence[a.Reference])],
            [.. actions.SelectMany(a => behind.ShapedBy[a.Reference])]
        );
}
