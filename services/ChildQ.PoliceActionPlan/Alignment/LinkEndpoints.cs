using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>A link as shown, as at a date.</summary>
/// <param name="Action">Reference of the action.</param>
/// <param name="To">Reference of what shaped it, or with what it is aligned.</param>
/// <param name="Path">Where the Portal shows that, from the site's root.</param>
/// <param name="Note">How.</param>
/// <param name="Withdrawn">When and why; none while it stood.</param>
public sealed record LinkView(
    Guid Id,
    string Action,
    LinkKind Kind,
    string To,
    string Title,
    string? Framework,
    string? Path,
    string? Note,
    DateOnly KnownOn,
    WithdrawalView? Withdrawn
)
{
    public static LinkView Of(ActionLink l, string action, DateOnly asAt) =>
        new(l.Id, action, l.To!.Kind, l.To.Reference, l.To.Title, l.To.Framework, l.To.Path, l.Note, l.KnownOn, WithdrawalView.Of(l, asAt));
}

/// <summary>What shaped the actions, and with what they are aligned.</summary>
public static class LinkEndpoints
{
    public static void MapLinks(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/actions/{id:guid}/links").WithTags("Alignment");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<LinkView>>()
            .WithSummary("What shaped an action and with what it is aligned, last linked first, as at a date; what was withdrawn says so.");
        group
            .MapPost("", Make)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<LinkView>(201)
            .ProducesProblem(422)
            .WithSummary("Links an action to a theme or activity that shaped it, or to a recommendation or framework item.");
        group
            .MapPost("/{link:guid}/withdrawal", WithdrawIt)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<LinkView>()
            .ProducesProblem(422)
            .WithSummary("Withdraws a link, with the reason; it stays on record.");
    }

    /// <summary>Links to what this caller may read.</summary>
    public static IQueryable<ActionLink> LinksReadableBy(this PoliceActionPlanDb db, CurrentUser user, DateOnly asAt)
    {
        var levels = SharingRules.LevelsFor(user.Principal).ToArray();
        return db.ActionLinks.AsNoTracking().Where(l => levels.Contains(l.To!.Sharing) && l.KnownOn <= asAt);
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
                await db.LinksReadableBy(user, at)
                    .Where(l => l.ActionId == id)
                    .ToPageAsync(l => l.RecordedAt, page, l => LinkView.Of(l, action.Reference, at), descending: true)
            );
    }

    private static async Task<IResult> Make(
        Guid id,
        LinkText text,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        var today = clock.Today();
        if (await db.Actions.HeadAsync(id) is not { } action)
        {
            return Problem.NotFound("action");
        }

        // Tracked, not as lists read it: the link is saved with it.
        if (
            string.IsNullOrWhiteSpace(text.To)
            || text.To.Any(char.IsControl)
            || await db.Linkables.FirstOrDefaultAsync(l => l.Reference == text.To) is not { } to
        )
        {
            return Problem.Of(Rule.Broken("reference/unknown", "There is nothing on record with this reference.", "to"));
        }

        var stands = await db.ActionLinks.AnyAsync(l => l.ActionId == id && l.LinkableId == to.Id && l.WithdrawnOn == null);
        return await db.SaveNew(
            ActionLink.Make(text, action, to, stands, today, clock.GetUtcNow()),
            l => $"{service.Prefix}/actions/{id}/links/{l.Id}",
            l => LinkView.Of(l, action.Reference, today)
        );
    }

    private static async Task<IResult> WithdrawIt(Guid id, Guid link, Withdraw request, PoliceActionPlanDb db, TimeProvider clock)
    {
        var today = clock.Today();
        return await db.Actions.HeadAsync(id) is not { } action || !await db.ActionLinks.AnyAsync(l => l.Id == link && l.ActionId == id)
            ? Problem.NotFound("link")
            : await db.AppendAsync<ActionLink, LinkView>(
                link,
                l => l.Withdraw(action, request.Reason, today),
                l => LinkView.Of(l, action.Reference, today),
                "link"
            );
    }
}
