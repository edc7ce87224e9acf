using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>An action on which something is missing.</summary>
public sealed record UnlinkedAction(Guid Id, string Reference, string Title);

/// <summary>The first of them in order of reference, and how many there are.</summary>
public sealed record Missing<T>(int Count, IReadOnlyList<T> First);

/// <summary>What the plan does not answer, and what in it answers to nobody, as at a date. An action that was stopped is no gap.</summary>
/// <param name="Unanswered">Recommendations and framework items with which no action is aligned.</param>
/// <param name="NotAligned">Actions aligned with nothing outside the plan.</param>
/// <param name="NotShaped">Actions that no theme and no activity has shaped.</param>
public sealed record GapsView(
    DateOnly AsAt,
    Missing<LinkableView> Unanswered,
    Missing<UnlinkedAction> NotAligned,
    Missing<UnlinkedAction> NotShaped
);

/// <summary>Gaps between the plan, what people said, and what others ask of it.</summary>
public static class Gaps
{
    /// <summary>How many of each are shown.</summary>
    public const int Shown = 200;

    public static void MapGaps(this RouteGroupBuilder root) =>
        root.MapGet("/alignment/gaps", Find)
            .AllowAnonymous()
            .WithTags("Alignment")
            .Produces<GapsView>()
            .WithSummary(
                $"Framework items without an action; actions aligned with nothing, or shaped by nothing; the first {Shown} of each, as at a date."
            );

    private static async Task<IResult> Find(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var (today, at) = (clock.Today(), asAt ?? clock.Today());
        var links = db.LinksReadableBy(user, at).StandingAt(at);
        var (shaping, aligning) = (links.Shaping(), links.Aligning());
        var stopped = db.Actions.WithStatus(PromiseStatus.Stopped, at, today);
        var actions = db.Actions.ReadableBy(user, at).Where(a => !stopped.Any(s => s.Id == a.Id));
        var frameworks = db
            .Linkables.ReadableBy(user, at)
            .Where(l => l.Kind == LinkKind.Recommendation || l.Kind == LinkKind.Framework)
            .Where(l => !links.Any(k => k.LinkableId == l.Id && actions.Any(a => a.Id == k.ActionId)));
        return TypedResults.Ok(
            new GapsView(
                at,
                new(
                    await frameworks.CountAsync(ct),
                    (await frameworks.OrderBy(l => l.Reference).Take(Shown).ToListAsync(ct)).ConvertAll(LinkableView.Of)
                ),
                await MissingAsync(actions.Where(a => !aligning.Any(k => k.ActionId == a.Id)), ct),
                await MissingAsync(actions.Where(a => !shaping.Any(k => k.ActionId == a.Id)), ct)
            )
        );
    }

    private static async Task<Missing<UnlinkedAction>> MissingAsync(IQueryable<PlanAction> actions, CancellationToken ct) =>
        new(
            await actions.CountAsync(ct),
            await actions.OrderBy(a => a.Reference).Take(Shown).Select(a => new UnlinkedAction(a.Id, a.Reference, a.Title)).ToListAsync(ct)
        );
}
