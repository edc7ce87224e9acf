using ChildQ.CommunityEngagement.Registers;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>The themes as a tree: every theme leads up to one at the top, never back to itself.</summary>
internal static class CodingFrame
{
    public const string CircleType = "theme/circle";
    public const string Circle = "A theme cannot be part of itself, or of a theme that is part of it.";

    /// <summary>Whether a parent may stand: it is on record, and does not lead back.</summary>
    public static async Task<Result> MayStandUnderAsync(this CommunityEngagementDb db, string reference, string? parent)
    {
        var parents = await db.ParentsAsync(CancellationToken.None);
        if (parent is not null && !parents.ContainsKey(parent))
        {
            return RandomReferences.Unknown("parent");
        }

        parents[reference] = parent;
        return IsCircle(reference, parents) ? Rule.Broken(CircleType, Circle, "parent") : Result.Ok;
    }

    /// <summary>Says of each row of a file whether its parent is on record or in the file, and whether it leads back.</summary>
    public static async Task RefuseAsync(this ImportBatch<ThemeRow> batch, CommunityEngagementDb db, CancellationToken ct)
    {
        var parents = await db.ParentsAsync(ct);
        foreach (var (_, row) in batch.Rows)
        {
            parents[row.Reference] = row.Parent;
        }

        foreach (var (line, row) in batch.Rows)
        {
            if (row.Parent is not null && !parents.ContainsKey(row.Parent))
            {
                batch.Problem(line, RandomReferences.Unknown("parent"));
            }
            else if (IsCircle(row.Reference, parents))
            {
                batch.Problem(line, "parent", Circle);
            }
        }
    }

    /// <summary>Two people may each have made half of a circle: the second to save is told to read again.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The frame as saved has a circle.</exception>
    public static async Task RefuseCircleAsync(CommunityEngagementDb db, CancellationToken ct)
    {
        var parents = await db.ParentsAsync(ct);
        if (parents.Keys.Any(reference => IsCircle(reference, parents)))
        {
            throw new DbUpdateConcurrencyException("The coding frame was changed by two at once.");
        }
    }

    private static bool IsCircle(string from, Dictionary<string, string?> parents)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = parents.GetValueOrDefault(from); at is not null && passed.Add(at); at = parents.GetValueOrDefault(at))
        {
            if (at == from)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<Dictionary<string, string?>> ParentsAsync(this CommunityEngagementDb db, CancellationToken ct) =>
        (await db.Themes.Select(t => new { t.Reference, t.Parent }).ToListAsync(ct)).ToDictionary(
            t => t.Reference,
            t => t.Parent,
            StringComparer.Ordinal
        );
}
