using ChildQ.CommunityEngagement.Insights;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>Counts the evidence of themes for those outside the service, when what is coded to them changes.</summary>
internal static class EvidenceCount
{
    private static readonly SharingLevel[] Audiences = [SharingLevel.Public, SharingLevel.Partners];

    /// <summary>The themes that pending changes of insights are coded to, or were.</summary>
    public static HashSet<string> ThemesTouched(ChangeTracker changes) =>
        changes
            .Entries<Insight>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => e.Entity.Themes.Concat(e.State == EntityState.Added ? [] : e.Property(i => i.Themes).OriginalValue))
            .ToHashSet(StringComparer.Ordinal);

    public static async Task TellAsync(
        CommunityEngagementDb db,
        HashSet<string> touched,
        SmallNumbers smallNumbers,
        DateOnly today,
        CancellationToken ct
    )
    {
        var references = touched.ToList();
        var counts = await db
            .Insights.Where(i => i.Sharing == SharingLevel.Public || i.Sharing == SharingLevel.Partners)
            .SelectMany(i => i.Themes, (i, theme) => new { i.Sharing, Theme = theme })
            .Where(c => references.Contains(c.Theme))
            .GroupBy(c => new { c.Theme, c.Sharing })
            .Select(g => new
            {
                g.Key.Theme,
                g.Key.Sharing,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var told = await db.ThemeEvidence.Where(e => references.Contains(e.Theme)).ToListAsync(ct);
        foreach (var theme in await db.Themes.AsNoTracking().Where(t => references.Contains(t.Reference)).ToListAsync(ct))
        {
            foreach (var audience in Audiences)
            {
                var count = counts.Where(c => c.Theme == theme.Reference && c.Sharing <= audience).Sum(c => c.Count);
                var evidence = told.Find(e => e.Theme == theme.Reference && e.Audience == audience);
                if (evidence is null)
                {
                    evidence = ThemeEvidence.Of(theme.Reference, audience);
                    db.Add(evidence);
                }

                evidence.Count(theme, count, smallNumbers.Threshold, today);
            }
        }
    }
}
