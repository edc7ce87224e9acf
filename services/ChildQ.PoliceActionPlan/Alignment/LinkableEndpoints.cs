using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>Something that an action can be linked to, as shown.</summary>
/// <param name="Framework">The framework of which it is an item; none for themes and activities.</param>
/// <param name="Path">Where the Portal shows it, from the site's root.</param>
/// <param name="Happened">False for an activity that is only planned.</param>
public sealed record LinkableView(
    Guid Id,
    string Reference,
    LinkKind Kind,
    string Title,
    string? Framework,
    string? Path,
    bool Happened,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static LinkableView Of(Linkable l) =>
        new(l.Id, l.Reference, l.Kind, l.Title, l.Framework, l.Path, l.Happened, l.KnownOn, l.Source, l.Sharing);
}

/// <summary>What the actions can be linked to: heard of from other services, and our own register of outside frameworks.</summary>
public static class LinkableEndpoints
{
    public static void MapLinkables(this RouteGroupBuilder root)
    {
        root.MapGet("/linkables", List)
            .AllowAnonymous()
            .WithTags("Alignment")
            .Produces<Page<LinkableView>>()
            .WithSummary("Themes, activities, recommendations and framework items that an action can be linked to, as at a date.");

        var group = root.MapGroup("/frameworks").WithTags("Alignment");
        group
            .MapGet(
                "",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, [AsParameters] PageRequest page, string? q, DateOnly? asAt) =>
                    List(db, user, clock, page, new(LinkKind.Framework), q, asAt)
            )
            .AllowAnonymous()
            .Produces<Page<LinkableView>>()
            .WithSummary("Items of outside frameworks in order of reference, as at a date.");
        group
            .MapGet(
                "/{id:guid}",
                (Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    db.Frameworks(user, asAt ?? clock.Today()).OneAsync(id, LinkableView.Of, "framework item")
            )
            .AllowAnonymous()
            .Produces<LinkableView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        db.Frameworks(user, asAt ?? clock.Today()).OrderBy(f => f.Reference).AsAsyncEnumerable().Select(FrameworkRow.Of),
                        "frameworks.csv"
                    )
            )
            .AllowAnonymous();
        group
            .MapPost(
                "",
                (FrameworkText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
                    db.EnterAsync(
                        text,
                        "PAP-FRA",
                        reference => Task.FromResult(Linkable.Record(text with { Reference = reference }, clock.Today())),
                        f => $"{service.Prefix}/frameworks/{f.Id}",
                        LinkableView.Of
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<LinkableView>(201)
            .ProducesProblem(422);
        group
            .MapPut(
                "/{id:guid}",
                (Guid id, FrameworkText text, PoliceActionPlanDb db, HttpContext http) =>
                    db.ChangeAsync<Linkable, LinkableView>(http, id, f => f.Correct(text), LinkableView.Of, "framework item")
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<LinkableView>()
            .ProducesProblem(422);
        group.MapImport<FrameworkRow>("frameworks", FrameworkRow.Apply).RequireAuthorization(Can.Import);
    }

    private static IQueryable<Linkable> Frameworks(this PoliceActionPlanDb db, CurrentUser user, DateOnly asAt) =>
        db.Linkables.ReadableBy(user, asAt).Where(l => l.Kind == LinkKind.Framework);

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        Word<LinkKind>? kind,
        string? q,
        DateOnly? asAt
    )
    {
        var linkables = db.Linkables.ReadableBy(user, asAt ?? clock.Today());
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            linkables = linkables.Where(l =>
                EF.Functions.ILike(l.Title, like, @"\")
                || EF.Functions.ILike(l.Reference, like, @"\")
                || EF.Functions.ILike(l.Framework!, like, @"\")
            );
        }

        if (kind is { Value: var wanted })
        {
            linkables = linkables.Where(l => l.Kind == wanted);
        }

        return TypedResults.Ok(await linkables.ToPageAsync(l => l.Reference, page, LinkableView.Of));
    }
}
