using ChildQ.CommunityEngagement.Insights;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>
/// How many insights are coded to a theme, for one caller: those of the levels that may stand in a count shown to them. A reader who can list some
/// of what is counted can subtract; so the part that they may not read must not be a small number either.
/// </summary>
internal static class ThemeCounts
{
    public static async Task<Func<Theme, SuppressedCount>> ForAsync(
        CommunityEngagementDb db,
        CurrentUser user,
        SmallNumbers smallNumbers,
        DateOnly today
    )
    {
        var countable = SharingRules.CountableFor<Insight>(user.Principal);
        var counted = await ByThemeAsync(db.Insights.AsNoTracking().Where(i => i.KnownOn <= today).Where(countable));
        var read = await ByThemeAsync(db.Insights.ReadableBy(user, today).Where(countable));
        return theme => Shown(counted.GetValueOrDefault(theme.Reference), read.GetValueOrDefault(theme.Reference), smallNumbers);
    }

    /// <param name="counted">All that may be in the count.</param>
    /// <param name="read">Those among them that the reader can list.</param>
    /// <param name="smallNumbers">The rule of small numbers.</param>
    internal static SuppressedCount Shown(int counted, int read, SmallNumbers smallNumbers) =>
        smallNumbers.Of(counted - read).IsSuppressed ? default : smallNumbers.Of(counted);

    private static async Task<Dictionary<string, int>> ByThemeAsync(IQueryable<Insight> insights) =>
        await insights
            .SelectMany(i => i.Themes)
            .GroupBy(theme => theme)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal);
}
