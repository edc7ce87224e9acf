using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Oversight.Timeline;

/// <summary>A change as shown.</summary>
/// <param name="Planned">Its date lay ahead as at the date asked for.</param>
public sealed record TimelineView(
    Guid Id,
    string Kind,
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    bool Planned
)
{
    public static TimelineView Of(TimelineEntry e, DateOnly asAt) =>
        new(e.Id, e.Kind, e.SourceId, e.Reference, e.Headline, e.On, e.KnownOn, e.Workstream, e.Sharing, e.Path, e.On > asAt);
}

/// <summary>A change as one row of CSV.</summary>
public sealed record TimelineRow(DateOnly? On, DateOnly KnownOn, string Workstream, string Kind, string Reference, string Headline);

/// <summary>The timeline of the whole response, fed only by events.</summary>
public static class TimelineEndpoints
{
    public static void MapTimeline(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/timeline").WithTags("timeline");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<TimelineView>>()
            .WithSummary(
                "Reportable changes in date order, as at a date: what was then known, and nothing later. What was then planned is marked."
            );
        group
            .MapGet(
                "/export.csv",
                (OversightDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt, DateOnly? from, string? workstream) =>
                    CsvExport.Of(
                        Known(db, user, asAt ?? clock.Today(), from, workstream)
                            .OrderBy(e => e.PlacedOn)
                            .ThenBy(e => e.Id)
                            .Select(e => new TimelineRow(e.On, e.KnownOn, e.Workstream, e.Kind, e.Reference, e.Headline))
                            .AsAsyncEnumerable(),
                        "timeline.csv"
                    )
            )
            .AllowAnonymous()
            .WithSummary("The timeline as CSV, as at a date.");
    }

    private static async Task<IResult> List(
        OversightDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        DateOnly? asAt,
        DateOnly? from,
        string? workstream,
        string? q,
        bool? latestFirst
    )
    {
        var at = asAt ?? clock.Today();
        var entries = Known(db, user, at, from, workstream);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = $"%{Like.Escape(q)}%";
            entries = entries.Where(e => EF.Functions.ILike(e.Headline, pattern, @"\") || EF.Functions.ILike(e.Reference, pattern, @"\"));
        }

        return TypedResults.Ok(await entries.ToPageAsync(e => e.PlacedOn, page, e => TimelineView.Of(e, at), latestFirst == true));
    }

    private static IQueryable<TimelineEntry> Known(OversightDb db, CurrentUser user, DateOnly asAt, DateOnly? from, string? workstream)
    {
        var entries = VisibleTo(db.Timeline.AsNoTracking(), user).Where(e => e.KnownOn <= asAt);
        if (from is not null)
        {
            entries = entries.Where(e => e.PlacedOn >= from);
        }

        return workstream is null ? entries : entries.Where(e => e.Workstream == workstream);
    }

    /// <summary>Oversight reads what all services report to it, what is not for police included; everyone else by the sharing rules.</summary>
    private static IQueryable<TimelineEntry> VisibleTo(IQueryable<TimelineEntry> entries, CurrentUser user) =>
        user.Has(Roles.Oversight) && !SharingRules.IsPolice(user.Principal)
            ? entries.Where(e => e.Sharing != SharingLevel.SafeSpace)
            : entries.Where(SharingRules.VisibleTo<TimelineEntry>(user.Principal));
}
