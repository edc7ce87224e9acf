using ChildQ.CommunityEngagement.Registers;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>A theme as shown, as at a date.</summary>
/// <param name="Parent">Reference of the theme that it is part of.</param>
/// <param name="Insights">
/// How many insights are coded to this very theme, as the caller may count them, with small numbers suppressed. As it stands today only: counts as
/// at many dates could be subtracted from each other, so a view as at another date has none.
/// </param>
public sealed record ThemeView(
    Guid Id,
    string Reference,
    string? Parent,
    string Title,
    string? Description,
    DateOnly KnownOn,
    string? Source,
    SuppressedCount? Insights
)
{
    public static ThemeView Of(Theme t, SuppressedCount? insights) =>
        new(t.Id, t.Reference, t.Parent, t.Title, t.Description, t.KnownOn, t.Source, insights);
}

/// <summary>The coding frame, with how much evidence each theme has.</summary>
public static class ThemeEndpoints
{
    public static void MapThemes(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/themes").WithTags("Themes");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<ThemeView>>()
            .WithSummary("The themes in order of reference, as at a date; as at today with counts.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<ThemeView>();
        group
            .MapGet(
                "/export.csv",
                (CommunityEngagementDb db, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        Known(db, asAt ?? clock.Today()).OrderBy(t => t.Reference).AsAsyncEnumerable().Select(ThemeRow.Of),
                        "themes.csv"
                    )
            )
            .AllowAnonymous()
            .WithSummary("The coding frame as CSV, as at a date.");
        group.MapPost("", Record).RequireAuthorization(Can.KeepThemes).Idempotent().Produces<ThemeView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepThemes)
            .RequireIfMatch()
            .Produces<ThemeView>()
            .ProducesProblem(422);
        group.MapImport<ThemeRow>("themes", ThemeRow.Apply).RequireAuthorization(Can.Import);
    }

    private static IQueryable<Theme> Known(CommunityEngagementDb db, DateOnly asAt) =>
        db.Themes.AsNoTracking().Where(t => t.KnownOn <= asAt);

    private static async Task<IResult> List(
        CommunityEngagementDb db,
        CurrentUser user,
        SmallNumbers smallNumbers,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? parent,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var themes = Known(db, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            themes = themes.Where(t => EF.Functions.ILike(t.Title, like, @"\") || EF.Functions.ILike(t.Reference, like, @"\"));
        }

        if (parent is not null)
        {
            themes = themes.Where(t => t.Parent == parent);
        }

        var insights = await CountsAsync(db, user, smallNumbers, at, clock.Today());
        return TypedResults.Ok(await themes.ToPageAsync(t => t.Reference, page, t => ThemeView.Of(t, insights(t))));
    }

    private static async Task<IResult> One(
        Guid id,
        CommunityEngagementDb db,
        CurrentUser user,
        SmallNumbers smallNumbers,
        TimeProvider clock,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var insights = await CountsAsync(db, user, smallNumbers, at, clock.Today());
        return await Known(db, at).OneAsync(id, t => ThemeView.Of(t, insights(t)), "theme");
    }

    private static async Task<Func<Theme, SuppressedCount?>> CountsAsync(
        CommunityEngagementDb db,
        CurrentUser user,
        SmallNumbers smallNumbers,
        DateOnly asAt,
        DateOnly today
    )
    {
        if (asAt != today)
        {
            return _ => null;
        }

        var counts = await ThemeCounts.ForAsync(db, user, smallNumbers, today);
        return theme => counts(theme);
    }

    private static async Task<IResult> Record(ThemeText text, CommunityEngagementDb db, TimeProvider clock, ServiceIdentity service)
    {
        var named = text with { Reference = text.Reference ?? RandomReferences.New("ENG-THE") };
        return await db.MayStandUnderAsync(named.Reference!, named.Parent) is { IsOk: false } refused
            ? Problem.Of(refused)
            : await db.SaveNew(
                Theme.Record(named, clock.Today()),
                t => $"{service.Prefix}/themes/{t.Id}",
                t => ThemeView.Of(t, insights: null)
            );
    }

    private static async Task<IResult> Correct(
        Guid id,
        ThemeText text,
        CommunityEngagementDb db,
        CurrentUser user,
        SmallNumbers smallNumbers,
        HttpContext http,
        TimeProvider clock
    )
    {
        if (await db.Themes.FirstOrDefaultAsync(t => t.Id == id) is not { } theme)
        {
            return Problem.NotFound("theme");
        }

        if (http.IsStale(theme))
        {
            return EntityTags.Changed();
        }

        var result = await db.MayStandUnderAsync(theme.Reference, text.Parent) is { IsOk: false } refused ? refused : theme.Correct(text);
        var insights = await CountsAsync(db, user, smallNumbers, clock.Today(), clock.Today());
        return await db.SaveAfter(result, () => EntityTags.Ok(ThemeView.Of(theme, insights(theme)), theme.Version));
    }
}
