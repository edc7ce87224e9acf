using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Voice;

/// <summary>How a group is heard, beside its share of the school.</summary>
public enum Standing
{
    /// <summary>Nobody of this group has been heard, though the school has pupils of it.</summary>
    NotHeard,

    /// <summary>Its share of those heard is less than four fifths of its share of the school.</summary>
    HeardLess,

    Heard,

    /// <summary>Numbers too small to say.</summary>
    Withheld,

    /// <summary>The school has no pupils of this group, or has not said how many.</summary>
    NoneOnRoll,
}

/// <summary>One group: pupils of it, and how often somebody of it took part.</summary>
/// <param name="Pupils">By the latest census; suppressed from 1 to 4, and where it could be worked out.</param>
/// <param name="PercentOfPupils">Of all pupils in this dimension; none where either is suppressed.</param>
/// <param name="Heard">People who took part, each counted as often as they did; suppressed likewise.</param>
/// <param name="PercentOfHeard">Of all who took part; none where either is suppressed.</param>
public sealed record GroupHeard(
    string Group,
    SuppressedCount Pupils,
    decimal? PercentOfPupils,
    SuppressedCount Heard,
    decimal? PercentOfHeard,
    Standing Standing
);

/// <summary>The groups of one dimension, every one of them: who has not been heard stands beside who has.</summary>
/// <param name="CensusOn">Day of the census that the pupils are counted by; none where there is none.</param>
public sealed record DimensionHeard(Dimension Dimension, DateOnly? CensusOn, IReadOnlyList<GroupHeard> Groups);

/// <summary>Counts those heard against those there are.</summary>
internal static class Representation
{
    private const decimal FourFifths = 0.8m;

    public static IReadOnlyList<DimensionHeard> Of(
        IReadOnlyCollection<Listening> listenings,
        IEnumerable<PopulationCount> population,
        SmallNumbers small
    )
    {
        var counted = population.ToLookup(p => p.Dimension);
        return [.. Enum.GetValues<Dimension>().Select(d => Of(d, listenings, [.. counted[d]], small))];
    }

    /// <summary>
    /// What has gathered to at least the threshold, portion by portion in order of time; before the first full portion, what there is (which is then
    /// suppressed). So no two counts, of two dates or with one listening more, differ by fewer people than may be shown.
    /// </summary>
    public static int InPortions(IEnumerable<int> inOrder, int threshold)
    {
        var (full, gathered) = (0, 0);
        foreach (var count in inOrder)
        {
            gathered += count;
            if (gathered >= threshold)
            {
                (full, gathered) = (full + gathered, 0);
            }
        }

        return full == 0 ? gathered : full;
    }

    private static DimensionHeard Of(
        Dimension dimension,
        IReadOnlyCollection<Listening> listenings,
        IReadOnlyList<PopulationCount> population,
        SmallNumbers small
    )
    {
        var pupils = Groups
            .Of(dimension)
            .ToDictionary(g => g, g => population.Where(p => p.Group == g).Sum(p => p.Pupils), StringComparer.Ordinal);
        var inOrder = listenings.OrderBy(l => l.KnownOn).ThenBy(l => l.Id).ToList();
        var heard = Groups
            .Of(dimension)
            .ToDictionary(g => g, g => InPortions(inOrder.Select(l => CountOf(l, dimension, g)), small.Threshold), StringComparer.Ordinal);
        var (shownPupils, shownHeard) = (small.Suppress(CountTable.OneWay(pupils)), small.Suppress(CountTable.OneWay(heard)));
        return new(
            dimension,
            population.Count == 0 ? null : population[0].On,
            [.. Groups.Of(dimension).Select(group => Row(group, shownPupils, shownHeard))]
        );
    }

    private static GroupHeard Row(string group, SuppressedTable all, SuppressedTable heard)
    {
        var (there, took) = (all[group], heard[group]);
        var (share, part) = (there.PercentageOf(all.Totals.Total), took.PercentageOf(heard.Totals.Total));
        var standing =
            there.Value == 0 && took.Value == 0 ? Standing.NoneOnRoll
            : took.Value == 0 && there.Value != 0 ? Standing.NotHeard
            : share is null || part is null ? Standing.Withheld
            : part < FourFifths * share ? Standing.HeardLess
            : Standing.Heard;
        return new(group, there, share, took, part, standing);
    }

    /// <summary>Those of whom nothing was said are counted as not known.</summary>
    private static int CountOf(Listening listening, Dimension dimension, string group)
    {
        var said = listening.Groups.Where(g => g.Dimension == dimension).ToList();
        var count = said.Where(g => g.Group == group).Sum(g => g.Count);
        return group == Groups.NotKnown ? count + listening.TookPart - said.Sum(g => g.Count) : count;
    }
}
