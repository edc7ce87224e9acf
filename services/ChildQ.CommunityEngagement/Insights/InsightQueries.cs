using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ChildQ.CommunityEngagement.Insights;

/// <summary>What of the insights a caller may see, and what they may refer to.</summary>
internal static class InsightQueries
{
    /// <summary>The configuration of PostgreSQL's full-text search.</summary>
    public const string Language = "english";

    /// <summary>
    /// What this caller may read, as at a date, chosen in the database. Those who read public things only see nobody quoted who has not agreed to
    /// it.
    /// </summary>
    public static IQueryable<Insight> ReadableBy(this IQueryable<Insight> insights, CurrentUser user, DateOnly asAt)
    {
        var readable = insights.AsNoTracking().Where(SharingRules.VisibleTo<Insight>(user.Principal)).Where(i => i.KnownOn <= asAt);
        return SharingRules.LevelsFor(user.Principal) is [SharingLevel.Public]
            ? readable.Where(i => i.QuoteConsent == true || i.QuoteConsent == null)
            : readable;
    }

    /// <summary>Those in which all the words are, in any of their forms: <c>school "stop and search" -police</c>.</summary>
    public static IQueryable<Insight> Saying(this IQueryable<Insight> insights, string words) =>
        insights.Where(i => EF.Functions.ToTsVector(Language, i.Text).Matches(EF.Functions.WebSearchToTsQuery(Language, words)));

    /// <summary>
    /// The activity that an insight is to belong to: visible to the caller, and for a facilitator one that they run. What they may not see is to
    /// them as though it were not there.
    /// </summary>
    public static async Task<(Activity? Activity, Result Outcome)> ActivityForAsync(
        this CommunityEngagementDb db,
        string? reference,
        CurrentUser user
    )
    {
        if (reference is null)
        {
            return user.IsLead() ? (null, Result.Ok) : (null, NotYours);
        }

        var activity = reference.Any(char.IsControl)
            ? null
            : await db
                .Activities.Where(SharingRules.VisibleTo<Activity>(user.Principal))
                .FirstOrDefaultAsync(a => a.Reference == reference);
        return activity is null ? (null, RandomReferences.Unknown("activity"))
            : user.Keeps(activity) ? (activity, Result.Ok)
            : (null, NotYours);
    }

    /// <summary>Whether all of these themes are on record.</summary>
    public static async Task<Result> KnowsThemesAsync(this CommunityEngagementDb db, IReadOnlyList<string>? themes)
    {
        var asked = (themes ?? []).Distinct(StringComparer.Ordinal).ToList();
        return
            asked.Exists(t => t is null || t.Any(char.IsControl))
            || await db.Themes.CountAsync(t => asked.Contains(t.Reference)) < asked.Count
            ? RandomReferences.Unknown("themes")
            : Result.Ok;
    }

    /// <summary>The activities that pending changes are of, or of whose insights they are.</summary>
    public static HashSet<string> ActivitiesTouched(ChangeTracker changes) =>
        changes
            .Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e =>
                e.Entity switch
                {
                    Activity activity when e.State == EntityState.Modified => activity.Reference,
                    Insight insight => insight.Activity,
                    _ => null,
                }
            )
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// After a save: closes every insight of these activities that is more open than its activity, and gives it to whoever runs that. So it holds
    /// also where the two were changed at once. Says which themes those are coded to.
    /// </summary>
    public static async Task<IEnumerable<string>> KeepToActivitiesAsync(
        this CommunityEngagementDb db,
        IReadOnlyCollection<string> activities,
        CancellationToken ct
    )
    {
        var astray = await db
            .Insights.Join(
                db.Activities,
                i => i.Activity,
                a => a.Reference,
                (i, a) =>
                    new
                    {
                        Insight = i,
                        a.Reference,
                        a.Sharing,
                        a.FacilitatedBy,
                    }
            )
            .Where(x => activities.Contains(x.Reference))
            .Where(x =>
                x.Insight.FacilitatedBy != x.FacilitatedBy
                || (x.Sharing == SharingLevel.SafeSpace && x.Insight.Sharing != SharingLevel.SafeSpace)
                || (
                    x.Sharing == SharingLevel.CouncilOnly
                    && (x.Insight.Sharing == SharingLevel.Public || x.Insight.Sharing == SharingLevel.Partners)
                )
                || (x.Sharing == SharingLevel.Partners && x.Insight.Sharing == SharingLevel.Public)
            )
            .ToListAsync(ct);
        foreach (var x in astray)
        {
            x.Insight.Follow(x.Sharing, x.FacilitatedBy);
        }

        return astray.SelectMany(x => x.Insight.Themes);
    }

    private static BrokenRule NotYours { get; } = Rule.Broken("insight/not-your-activity", "Choose an activity that you run.", "activity");
}
