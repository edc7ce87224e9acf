using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Insights;

/// <summary>An insight as shown to somebody who may see it.</summary>
/// <param name="Activity">Reference of the activity at which it was said.</param>
/// <param name="Themes">RandomReferences of the themes that it is coded to.</param>
/// <param name="QuoteConsent">None where it is a summary published elsewhere (<paramref name="Source"/>).</param>
/// <param name="Kept">The caller may change it.</param>
public sealed record InsightView(
    Guid Id,
    string Reference,
    string? Activity,
    IReadOnlyList<string> Themes,
    string Text,
    string? Group,
    SharingLevel Sharing,
    bool? QuoteConsent,
    bool Kept,
    DateOnly KnownOn,
    string? Source
)
{
    internal static InsightView Of(Insight i, CurrentUser user) =>
        new(i.Id, i.Reference, i.Activity, i.Themes, i.Text, i.Group, i.Sharing, i.QuoteConsent, user.Keeps(i), i.KnownOn, i.Source);
}

/// <summary>A request to code an insight.</summary>
/// <param name="Themes">RandomReferences, in place of those before.</param>
public sealed record InsightCodes(IReadOnlyList<string> Themes);

/// <summary>Which insights are asked for.</summary>
/// <param name="Q">Words to search for: all of them, in any of their forms.</param>
/// <param name="Theme">Reference of a theme.</param>
/// <param name="Activity">Reference of an activity.</param>
/// <param name="Sharing">A sharing level.</param>
public sealed record InsightFilter(string? Q, string? Theme, string? Activity, Word<SharingLevel>? Sharing);

/// <summary>What was said. Every read goes through the filter of what the caller may see, in the database.</summary>
public static class InsightEndpoints
{
    public static void MapInsights(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/insights").WithTags("Insights");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<InsightView>>()
            .WithSummary("The insights that the caller may see, in order of reference, as at a date; with q those that say these words.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<InsightView>();
        group.MapGet("/export.csv", Export).AllowAnonymous().WithSummary("The insights that the caller may see as CSV, as at a date.");
        group
            .MapPost("", Record)
            .RequireAuthorization(Can.KeepInsights)
            .Idempotent()
            .Produces<InsightView>(201)
            .ProducesProblem(422)
            .WithSummary("Puts on record what was said. What looks like personal data is asked about first.");
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepInsights)
            .RequireIfMatch()
            .Produces<InsightView>()
            .ProducesProblem(422);
        group
            .MapPut("/{id:guid}/themes", Code)
            .RequireAuthorization(Can.KeepInsights)
            .RequireIfMatch()
            .Produces<InsightView>()
            .ProducesProblem(422)
            .WithSummary("Codes an insight to themes, in place of those before.");
        group.MapImport<InsightRow>("insights", InsightRow.Apply).RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        CommunityEngagementDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] InsightFilter filter,
        DateOnly? asAt
    )
    {
        var insights = db.Insights.ReadableBy(user, asAt ?? clock.Today());
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            insights = insights.Saying(filter.Q);
        }

        if (filter.Theme is { } theme)
        {
            insights = insights.Where(i => i.Themes.Contains(theme));
        }

        if (filter.Activity is { } activity)
        {
            insights = insights.Where(i => i.Activity == activity);
        }

        if (filter.Sharing is { Value: var level })
        {
            insights = insights.Where(i => i.Sharing == level);
        }

        return TypedResults.Ok(await insights.ToPageAsync(i => i.Reference, page, i => InsightView.Of(i, user)));
    }

    private static Task<IResult> One(Guid id, CommunityEngagementDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
        db.Insights.ReadableBy(user, asAt ?? clock.Today()).OneAsync(id, i => InsightView.Of(i, user), "insight");

    private static CsvFile<InsightRow> Export(CommunityEngagementDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var insights = db.Insights.ReadableBy(user, asAt ?? clock.Today()).OrderBy(i => i.Reference).AsAsyncEnumerable();
        return CsvExport.Of(insights.Select(InsightRow.Of), "insights.csv");
    }

    private static async Task<IResult> Record(
        InsightText text,
        CommunityEngagementDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        if (!user.IsLead() && text.Reference is not null)
        {
            return Problem.Of(RandomReferences.Given);
        }

        var (activity, outcome) = await db.ActivityForAsync(text.Activity, user);
        var allowed = new Check().And(outcome).And(await db.KnowsThemesAsync(text.Themes));
        return allowed.Failed
            ? Problem.Of(allowed.Result)
            : await db.SaveNew(
                Insight.Record(text with { Reference = text.Reference ?? RandomReferences.New("ENG-INS") }, activity, clock.Today()),
                i => $"{service.Prefix}/insights/{i.Id}",
                i => InsightView.Of(i, user)
            );
    }

    private static Task<IResult> Correct(Guid id, InsightText text, CommunityEngagementDb db, CurrentUser user, HttpContext http) =>
        db.ChangeAsync<Insight, InsightView>(
            id,
            user,
            http,
            async insight =>
            {
                var (activity, outcome) = await db.ActivityForAsync(text.Activity, user);
                var allowed = new Check().And(outcome).And(await db.KnowsThemesAsync(text.Themes));
                return allowed.Failed ? allowed.Result : insight.Correct(text, activity);
            },
            i => InsightView.Of(i, user),
            "insight"
        );

    private static Task<IResult> Code(Guid id, InsightCodes codes, CommunityEngagementDb db, CurrentUser user, HttpContext http) =>
        db.ChangeAsync<Insight, InsightView>(
            id,
            user,
            http,
            async insight => await db.KnowsThemesAsync(codes.Themes) is { IsOk: false } refused ? refused : insight.Code(codes.Themes),
            i => InsightView.Of(i, user),
            "insight"
        );
}
