using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Disproportionality;

/// <summary>
/// Which of the numbers that were loaded for a period are shown. A later file may differ from what was shown before by a few pupils, and whoever kept the
/// earlier numbers would find them by subtraction. So a later version follows the one shown only where every number shown changes by none or by as many
/// as may be shown, and the same numbers are hidden; else what was shown stands, until a later version may follow it (decision 0010).
/// </summary>
internal static class PublishedFigures
{
    /// <param name="versions">Every version of one table known by a date: one period, school or borough, and classification.</param>
    public static IReadOnlyList<GroupFigure> Shown(IReadOnlyCollection<GroupFigure> versions, SmallNumbers small)
    {
        List<GroupFigure> shown = [];
        foreach (var load in versions.Select(v => v.Load).Distinct().Order())
        {
            var next = versions
                .Where(v => v.Load <= load)
                .GroupBy(v => v.Group, StringComparer.Ordinal)
                .Select(g => g.MaxBy(v => v.Load)!)
                .ToList();
            if (shown.Count == 0 || MayFollow(shown, next, small))
            {
                shown = next;
            }
        }

        return shown;
    }

    private static bool MayFollow(List<GroupFigure> before, List<GroupFigure> next, SmallNumbers small)
    {
        var (was, becomes) = (PeriodRates.Of(before, small), PeriodRates.Of(next, small));
        return before.All(b =>
                next.First(n => n.Group == b.Group) is var n && Changes(b, n).All(change => !small.IsSmall(Math.Abs(change)))
            ) && was.Zip(becomes).All(m => m.First.Groups.All(g => HidesTheSame(g, m.Second.Groups.Single(n => n.Group == g.Group))));
    }

    /// <summary>In the group, in those to whom it happened, and in those to whom it did not.</summary>
    private static IEnumerable<int> Changes(GroupFigure before, GroupFigure next) =>
        [
            next.Pupils - before.Pupils,
            .. new[] { Measure.Suspended, Measure.Excluded }.SelectMany(m =>
                new[] { next.Affected(m) - before.Affected(m), next.Pupils - next.Affected(m) - (before.Pupils - before.Affected(m)) }
            ),
        ];

    private static bool HidesTheSame(GroupRate before, GroupRate next) =>
        (before.Pupils.IsSuppressed, before.Affected.IsSuppressed) == (next.Pupils.IsSuppressed, next.Affected.IsSuppressed);
}
