namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>
/// True counts of people, by one or two classifications, with all their totals. Never leaves a service: hand it to
/// <see cref="SmallNumbers.Suppress(CountTable)"/> and answer with what comes back.
/// </summary>
public sealed class CountTable
{
    private readonly int[,] _counts;

    private CountTable(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] counts, bool isOneWay)
    {
        RequireDistinct(rows, nameof(rows));
        RequireDistinct(columns, nameof(columns));
        if (counts.GetLength(0) != rows.Count || counts.GetLength(1) != columns.Count)
            throw new ArgumentException("There must be one count for each row and column.", nameof(counts));
        if (counts.Cast<int>().Any(count => count < 0))
            throw new ArgumentException("A count of people is never negative.", nameof(counts));
        (Rows, Columns, _counts, IsOneWay) = (rows, columns, counts, isOneWay);
    }

    public IReadOnlyList<string> Rows { get; }
    public IReadOnlyList<string> Columns { get; }

    /// <summary>One classification only: the categories are the rows, and the single column is their count.</summary>
    public bool IsOneWay { get; }

    internal int this[int row, int column] => _counts[row, column];

    /// <summary>One classification, e.g. people by ethnic group, with its total.</summary>
    public static CountTable OneWay(IEnumerable<KeyValuePair<string, int>> counts)
    {
        var pairs = counts.ToList();
        var cells = new int[pairs.Count, 1];
        for (var row = 0; row < pairs.Count; row++)
            cells[row, 0] = pairs[row].Value;
        return new([.. pairs.Select(pair => pair.Key)], ["Count"], cells, isOneWay: true);
    }

    /// <summary>Two classifications, e.g. year group by ethnic group, with row, column and grand totals.</summary>
    public static CountTable TwoWay(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] counts) =>
        new([.. rows], [.. columns], (int[,])counts.Clone(), isOneWay: false);

    /// <summary>Counts <paramref name="items"/> by two classifications. Every category is named beforehand, so that a zero is a zero.</summary>
    public static CountTable Count<TItem>(
        IEnumerable<TItem> items,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> columns,
        Func<TItem, string> rowOf,
        Func<TItem, string> columnOf
    )
    {
        var rowIndex = rows.Select((label, index) => (label, index)).ToDictionary(x => x.label, x => x.index, StringComparer.Ordinal);
        var columnIndex = columns.Select((label, index) => (label, index)).ToDictionary(x => x.label, x => x.index, StringComparer.Ordinal);
        var counts = new int[rows.Count, columns.Count];
        foreach (var item in items)
            counts[rowIndex[rowOf(item)], columnIndex[columnOf(item)]]++;
        return new([.. rows], [.. columns], counts, isOneWay: false);
    }

    private static void RequireDistinct(IReadOnlyList<string> labels, string name)
    {
        if (labels.Count == 0)
            throw new ArgumentException("A table has at least one category.", name);
        if (labels.Distinct(StringComparer.Ordinal).Count() != labels.Count)
            throw new ArgumentException("Categories are named once each.", name);
    }
}
