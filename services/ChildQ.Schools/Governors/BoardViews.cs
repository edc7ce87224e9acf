using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Governors;

/// <summary>Governors of a group beside the pupils of it.</summary>
/// <param name="Governors">Suppressed from 1 to 4, and where it could be worked out.</param>
/// <param name="PercentOfGovernors">None where either number is suppressed.</param>
public sealed record GroupOnBoard(
    string Group,
    SuppressedCount Governors,
    decimal? PercentOfGovernors,
    SuppressedCount Pupils,
    decimal? PercentOfPupils
);

/// <summary>One dimension: every group of it, also those of which nobody governs.</summary>
public sealed record BoardDimension(Dimension Dimension, IReadOnlyList<GroupOnBoard> Groups);

/// <summary>How much of the board is trained in a topic.</summary>
/// <param name="Percent">Of all governors; none where the number, or that of those not trained, is suppressed.</param>
public sealed record TopicCoverage(Topic Topic, SuppressedCount Trained, decimal? Percent);

/// <summary>A governing board as it was on a day, beside the school's community.</summary>
/// <param name="Seats">Seats by the instrument of government.</param>
/// <param name="Vacancies">Seats with nobody. Withheld where, with the seats, it would give away a suppressed number of governors.</param>
/// <param name="YoungGovernors">Suppressed from 1 to 4.</param>
public sealed record BoardView(
    Guid Id,
    int Urn,
    string School,
    DateOnly On,
    DateOnly KnownOn,
    int Seats,
    int? Vacancies,
    SuppressedCount YoungGovernors,
    IReadOnlyList<BoardDimension> Dimensions,
    IReadOnlyList<TopicCoverage> Training
)
{
    internal static BoardView Of(BoardSnapshot board, string school, IReadOnlyCollection<PopulationCount> pupils, SmallNumbers small)
    {
        Dimension[] counted = [Dimension.EthnicGroup, Dimension.Sex];
        var tables = counted.ToDictionary(d => d, d => small.Suppress(CountTable.OneWay(GovernorsBy(board, d))));
        // One total belongs to all these tables: where one of them must hide it, none may show what it could be added up from.
        var totalIsShown = !small.Of(board.Filled).IsSuppressed && tables.Values.All(t => !t.Totals.Total.IsSuppressed);
        return new(
            board.Id,
            board.Urn,
            school,
            board.On,
            board.KnownOn,
            board.Seats,
            totalIsShown ? board.Seats - board.Filled : null,
            small.Of(board.YoungGovernors),
            [.. counted.Select(d => new BoardDimension(d, Rows(d, totalIsShown ? tables[d] : null, pupils, small)))],
            [.. Enum.GetValues<Topic>().Select(t => Coverage(t, board, totalIsShown, small))]
        );
    }

    private static List<GroupOnBoard> Rows(
        Dimension dimension,
        SuppressedTable? governors,
        IReadOnlyCollection<PopulationCount> population,
        SmallNumbers small
    )
    {
        var pupils = small.Suppress(
            CountTable.OneWay(
                Groups
                    .Of(dimension)
                    .Select(g => KeyValuePair.Create(g, population.Where(p => p.Dimension == dimension && p.Group == g).Sum(p => p.Pupils)))
            )
        );
        return
        [
            .. Groups
                .Of(dimension)
                .Select(group => new GroupOnBoard(
                    group,
                    governors?[group] ?? default,
                    governors?[group].PercentageOf(governors.Totals.Total),
                    pupils[group],
                    pupils[group].PercentageOf(pupils.Totals.Total)
                )),
        ];
    }

    /// <summary>Those trained and those not are one table: a board that is known gives the one from the other.</summary>
    private static TopicCoverage Coverage(Topic topic, BoardSnapshot board, bool totalIsShown, SmallNumbers small)
    {
        var trained = board.Trained.Where(t => t.Topic == topic).Sum(t => t.Governors);
        var table = small.Suppress(
            CountTable.OneWay([KeyValuePair.Create("trained", trained), KeyValuePair.Create("not trained", board.Filled - trained)])
        );
        return totalIsShown && !table.Totals.Total.IsSuppressed
            ? new(topic, table["trained"], table["trained"].PercentageOf(table.Totals.Total))
            : new(topic, default, null);
    }

    /// <summary>Governors of whom nothing was said are counted as not known.</summary>
    private static Dictionary<string, int> GovernorsBy(BoardSnapshot board, Dimension dimension)
    {
        var counts = Groups
            .Of(dimension)
            .ToDictionary(
                g => g,
                g => board.Groups.Where(c => c.Dimension == dimension && c.Group == g).Sum(c => c.Count),
                StringComparer.Ordinal
            );
        counts[Groups.NotKnown] += board.Filled - counts.Values.Sum();
        return counts;
    }
}

/// <summary>A school in the list of all boards.</summary>
/// <param name="On">Day of the latest snapshot; none where the school has never said.</param>
/// <param name="TopicsBelowHalf">Topics in which fewer than half of the governors are known to be trained.</param>
public sealed record BoardRow(
    int Urn,
    string School,
    DateOnly? On,
    int? Seats,
    int? Vacancies,
    SuppressedCount YoungGovernors,
    string[] TopicsBelowHalf
);

/// <summary>A school's board as one row of CSV.</summary>
/// <param name="YoungGovernors"><see cref="SuppressedCount.Symbol"/> where suppressed.</param>
public sealed record BoardCsvRow(
    int Urn,
    string School,
    DateOnly? On,
    int? Seats,
    int? Vacancies,
    string YoungGovernors,
    string[] TopicsBelowHalf
)
{
    internal static BoardCsvRow Of(BoardRow row) =>
        new(row.Urn, row.School, row.On, row.Seats, row.Vacancies, $"{row.YoungGovernors}", row.TopicsBelowHalf);
}
