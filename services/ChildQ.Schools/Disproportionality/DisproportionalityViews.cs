using ChildQ.Schools.PoliceVisits;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Disproportionality;

/// <summary>One group in one period.</summary>
/// <param name="Pupils">On roll.</param>
/// <param name="Affected">Pupils to whom it happened at least once; of searches, the searches.</param>
/// <param name="RatePer100">Those for every 100 on roll, to one decimal place; withheld where either number is.</param>
/// <param name="Index">Relative rate index against the reference group, to two decimal places; withheld where any of its four numbers is.</param>
/// <param name="Low">Lower end of the index's 95% confidence interval.</param>
/// <param name="High">Upper end of it.</param>
public sealed record GroupRate(
    string Group,
    bool IsReference,
    SuppressedCount Pupils,
    SuppressedCount Affected,
    decimal? RatePer100,
    double? Index,
    double? Low,
    double? High
)
{
    /// <summary>The rate and the index, where everything they are made of is shown.</summary>
    internal static GroupRate Of(
        string group,
        (SuppressedCount Affected, SuppressedCount Pupils) own,
        bool isReference,
        (SuppressedCount Affected, SuppressedCount Pupils) reference,
        Func<int, int, int, int, RelativeRate?> relativeTo
    )
    {
        var relative =
            !isReference && own is ({ Value: { } a }, { Value: { } n1 }) && reference is ({ Value: { } b }, { Value: { } n0 })
                ? relativeTo(a, n1, b, n0)
                : null;
        return new(
            group,
            isReference,
            own.Pupils,
            own.Affected,
            own.Affected.PercentageOf(own.Pupils),
            Two(relative?.Index),
            Two(relative?.Low),
            Two(relative?.High)
        );
    }

    private static double? Two(double? number) => number is { } n ? Math.Round(n, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>All groups of a classification in one period, for one measure.</summary>
/// <param name="Period">"2021/22", or "Spring term 2021/22".</param>
/// <param name="SchoolsWithoutPupils">Of searches: open schools whose pupils by group are not known. While there are any, pupils and rates are withheld.</param>
public sealed record PeriodRates(
    int SchoolYear,
    Term? Term,
    string Period,
    Classification Classification,
    Measure Measure,
    IReadOnlyList<GroupRate> Groups,
    int SchoolsWithoutPupils = 0
)
{
    /// <summary>
    /// Suppresses what is small in both measures together, as they share the number of pupils, and works out what is left. Of a school, what the
    /// borough's numbers would show of few pupils elsewhere is hidden too.
    /// </summary>
    /// <param name="borough">The borough's figures for the same period; none for the borough itself, or where there are none.</param>
    public static IReadOnlyList<PeriodRates> Of(
        IReadOnlyList<GroupFigure> figures,
        SmallNumbers small,
        IReadOnlyList<GroupFigure>? borough = null
    )
    {
        var (first, groups) = (figures[0], Disproportionality.Groups.Of(figures[0].Classification));
        var present = groups.Where(g => figures.Any(f => f.Group == g)).ToList();
        var byGroup = figures.ToDictionary(f => f.Group, StringComparer.Ordinal);
        var tables = new[] { Measure.Suspended, Measure.Excluded }.ToDictionary(
            m => m,
            m => small.Suppress([Table(present, byGroup, m, borough, small)])[0]
        );
        var hidden = present.Where(g => tables.Values.Any(t => t[g].IsSuppressed)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tables.Select(t => new PeriodRates(
                first.SchoolYear,
                first.Term,
                first.Term is { } term ? new SchoolTerm(first.SchoolYear, term).ToString() : SchoolTerm.YearInWords(first.SchoolYear),
                first.Classification,
                t.Key,
                [.. present.Select(g => Rate(g, t.Value, hidden, first.Classification))]
            )),
        ];
    }

    private static LinkedTable Table(
        List<string> groups,
        Dictionary<string, GroupFigure> byGroup,
        Measure measure,
        IReadOnlyList<GroupFigure>? borough,
        SmallNumbers small
    )
    {
        var own = Counts(groups, byGroup, measure);
        if (borough is not { Count: > 0 })
        {
            return new(own);
        }

        var all = borough.ToDictionary(f => f.Group, StringComparer.Ordinal);
        var known = groups.Where(all.ContainsKey).ToList();
        if (known.Count == 0)
        {
            return new(own);
        }

        var shown = small.Suppress(Counts(known, all, measure));
        return new(
            own,
            HiddenToo: (row, column) =>
                row is not null
                && known.Contains(row, StringComparer.Ordinal)
                && (
                    (column is null ? shown[row] : shown[row, column]).IsSuppressed
                    || small.IsSmall(Count(all[row], measure, column) - Count(byGroup[row], measure, column))
                )
        );
    }

    private static CountTable Counts(List<string> groups, Dictionary<string, GroupFigure> byGroup, Measure measure)
    {
        var counts = new int[groups.Count, 2];
        for (var row = 0; row < groups.Count; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                counts[row, column] = Count(byGroup[groups[row]], measure, Columns[column]);
            }
        }

        return CountTable.TwoWay(groups, Columns, counts);
    }

    private static int Count(GroupFigure figure, Measure measure, string? column) =>
        column is null ? figure.Pupils
        : column == Columns[0] ? figure.Affected(measure)
        : figure.Pupils - figure.Affected(measure);

    private static readonly string[] Columns = ["Affected", "Not affected"];

    private static GroupRate Rate(string group, SuppressedTable table, HashSet<string> hidden, Classification classification)
    {
        var reference = Disproportionality.Groups.Reference(classification);
        return GroupRate.Of(
            group,
            Shown(group, table, hidden),
            group == reference,
            table.Rows.Any(r => r.Label == reference) ? Shown(reference, table, hidden) : default,
            (a, n1, b, n0) => RelativeRate.Of(a, n1, b, n0)
        );
    }

    private static (SuppressedCount Affected, SuppressedCount Pupils) Shown(string group, SuppressedTable table, HashSet<string> hidden) =>
        (table[group, "Affected"], hidden.Contains(group) ? default : table[group]);
}

/// <summary>A group in a period as one row of CSV; <c>[c]</c> stands for what is suppressed.</summary>
public sealed record RateRow(
    string Period,
    Classification Classification,
    Measure Measure,
    string Group,
    string Pupils,
    string Affected,
    [property: ServiceDefaults.Import.CsvColumn("rate_per_100")] decimal? RatePer100,
    decimal? RelativeRateIndex,
    decimal? Low95,
    decimal? High95
)
{
    internal static RateRow Of(PeriodRates period, GroupRate group) =>
        new(
            period.Period,
            period.Classification,
            period.Measure,
            group.Group,
            group.Pupils.ToString(),
            group.Affected.ToString(),
            group.RatePer100,
            (decimal?)group.Index,
            (decimal?)group.Low,
            (decimal?)group.High
        );
}
