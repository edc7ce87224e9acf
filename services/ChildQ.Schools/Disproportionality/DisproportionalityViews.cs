using ChildQ.Schools.PoliceVisits;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Disproportionality;

/// <summary>One group in one period.</summary>
/// <param name="Pupils">On roll.</param>
/// <param name="Affected">Pupils to whom it happened at least once.</param>
/// <param name="RatePer100">Affected pupils for every 100 on roll, to one decimal place; withheld where either number is.</param>
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
);

/// <summary>All groups of a classification in one period, for one measure.</summary>
/// <param name="Period">"2021/22", or "Spring term 2021/22".</param>
public sealed record PeriodRates(
    int SchoolYear,
    Term? Term,
    string Period,
    Classification Classification,
    Measure Measure,
    IReadOnlyList<GroupRate> Groups
)
{
    /// <summary>Suppresses what is small in all three measures together, as they share the number of pupils, and works out what is left.</summary>
    public static IReadOnlyList<PeriodRates> Of(IReadOnlyList<GroupFigure> figures, SmallNumbers small)
    {
        var (first, groups) = (figures[0], Disproportionality.Groups.Of(figures[0].Classification));
        var present = groups.Where(g => figures.Any(f => f.Group == g)).ToList();
        var byGroup = figures.ToDictionary(f => f.Group, StringComparer.Ordinal);
        var tables = Enum.GetValues<Measure>().ToDictionary(m => m, m => small.Suppress(Table(present, byGroup, m)));
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

    private static CountTable Table(List<string> groups, Dictionary<string, GroupFigure> byGroup, Measure measure)
    {
        var counts = new int[groups.Count, 2];
        for (var row = 0; row < groups.Count; row++)
        {
            var figure = byGroup[groups[row]];
            (counts[row, 0], counts[row, 1]) = (figure.Affected(measure), figure.Pupils - figure.Affected(measure));
        }

        return CountTable.TwoWay(groups, ["Affected", "Not affected"], counts);
    }

    private static GroupRate Rate(string group, SuppressedTable table, HashSet<string> hidden, Classification classification)
    {
        var reference = Disproportionality.Groups.Reference(classification);
        var (affected, pupils) = Shown(group, table, hidden);
        var isReference = group == reference;
        var relative =
            !isReference
            && table.Rows.Any(r => r.Label == reference)
            && Shown(reference, table, hidden) is ({ Value: { } b }, { Value: { } n0 })
            && affected.Value is { } a
            && pupils.Value is { } n1
                ? RelativeRate.Of(a, n1, b, n0)
                : null;
        return new(
            group,
            isReference,
            pupils,
            affected,
            affected.PercentageOf(pupils),
            Two(relative?.Index),
            Two(relative?.Low),
            Two(relative?.High)
        );
    }

    private static (SuppressedCount Affected, SuppressedCount Pupils) Shown(string group, SuppressedTable table, HashSet<string> hidden) =>
        (table[group, "Affected"], hidden.Contains(group) ? default : table[group]);

    private static double? Two(double? number) => number is { } n ? Math.Round(n, 2, MidpointRounding.AwayFromZero) : null;
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
