using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tracker;

/// <summary>What a ratified version promises of one action, and how it stood.</summary>
/// <param name="Priority">Title of the priority in the ratified version.</param>
/// <param name="Promised">In the words of the ratified version, with the due date as promised there.</param>
/// <param name="Now">As at the date, with progress and the moves of the due date; none where that is not public.</param>
/// <param name="Evidence">What shows it, of what is public and stood at the date.</param>
/// <param name="ShapedBy">The themes and activities of community engagement that shaped it.</param>
public sealed record TrackedPromise(
    string Priority,
    PlannedAction Promised,
    ActionView? Now,
    IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyList<LinkView> ShapedBy
);

/// <summary>The ratified plan, tracked as at a date.</summary>
/// <param name="Number">Of the version that was ratified last by then.</param>
/// <param name="Counts">Over all its actions.</param>
/// <param name="Next">The <c>after</c> of the next page; none on the last.</param>
public sealed record RatifiedTrackerView(
    DateOnly AsAt,
    Guid VersionId,
    int Number,
    DateOnly RatifiedOn,
    string ContentHash,
    TrackerCounts Counts,
    IReadOnlyList<TrackedPromise> Promises,
    string? Next
);

/// <summary>The public tracker of the ratified plan: promised what, by whom, by when, and what happened. The same for everyone.</summary>
public static class RatifiedTracker
{
    public static void MapRatifiedTracker(this RouteGroupBuilder root) =>
        root.MapGet("/tracker/ratified", Show)
            .AllowAnonymous()
            .WithTags("Tracker")
            .Produces<RatifiedTrackerView>()
            .ProducesProblem(404)
            .WithSummary("What the ratified version of the plan promises, action by action, beside how each stood as at a date.");

    private static async Task<IResult> Show(
        PoliceActionPlanDb db,
        TimeProvider clock,
        DateOnly? asAt,
        string? after,
        int? take,
        CancellationToken ct
    )
    {
        var (today, most) = (clock.Today(), take ?? Paging.Usual);
        if (most is < 1 or > Paging.Most)
        {
            throw new BadHttpRequestException($"take must be 1 to {Paging.Most}.");
        }

        var at = asAt ?? today;
        var version = await db
            .PlanVersions.AsNoTracking()
            .Where(v => v.RatifiedOn <= at)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(ct);
        if (version is not { RatifiedOn: { } ratified })
        {
            return Problem.NotFound("ratified plan");
        }

        var promises = PlanText
            .Read(await db.CanonicalAsync(version, at, ct))
            .Priorities.SelectMany(p => p.Actions.Select(a => (Priority: p.Title, Action: a)))
            .OrderBy(p => p.Action.Reference, StringComparer.Ordinal)
            .ToList();
        var all = promises.ConvertAll(p => p.Action.Reference);
        var page = promises.Where(p => string.CompareOrdinal(p.Action.Reference, after) > 0).Take(most + 1).ToList();
        var shown = page.Take(most).ToList();
        var references = shown.ConvertAll(p => p.Action.Reference);
        var publicly = db.Actions.AsNoTracking().AsSplitQuery().Where(a => a.Sharing == SharingLevel.Public && a.KnownOn <= at);
        var now = (await ActionListing.Of(publicly.Where(a => references.Contains(a.Reference)), at).ToListAsync(ct)).ToDictionary(
            a => a.Reference,
            a => a.View(at),
            StringComparer.Ordinal
        );
        var behind = await Behind.OfAsync(db, publicly.Where(a => references.Contains(a.Reference)), at, ct);
        return TypedResults.Ok(
            new RatifiedTrackerView(
                at,
                version.Id,
                version.Number,
                ratified,
                version.ContentHash,
                await CountAsync(publicly.Where(a => all.Contains(a.Reference)), at, today, ct),
                shown.ConvertAll(p => new TrackedPromise(
                    p.Priority,
                    p.Action,
                    now.GetValueOrDefault(p.Action.Reference),
                    [.. behind.Evidence[p.Action.Reference]],
                    [.. behind.ShapedBy[p.Action.Reference]]
                )),
                page.Count > most ? shown[^1].Action.Reference : null
            )
        );
    }

    private static async Task<TrackerCounts> CountAsync(IQueryable<PlanAction> actions, DateOnly asAt, DateOnly today, CancellationToken ct)
    {
        Task<int> With(PromiseStatus status) => actions.WithStatus(status, asAt, today).CountAsync(ct);
        return new(
            await actions.CountAsync(ct),
            await With(PromiseStatus.NotStarted),
            await With(PromiseStatus.UnderWay),
            await With(PromiseStatus.Done),
            await With(PromiseStatus.Stopped),
            await actions.OverdueAsAt(asAt).CountAsync(ct)
        );
    }
}
