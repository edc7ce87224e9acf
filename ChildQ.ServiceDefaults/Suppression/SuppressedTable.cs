namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>
/// Counts of people as they may be shown. A one-way table has one column, and its rows' totals are their cells.
/// </summary>
/// <param name="Columns">The labels of each row's cells, in order.</param>
/// <param name="Rows">The categories, each with its cells and total.</param>
/// <param name="Totals">The column totals, and the grand total as its <see cref="SuppressedRow.Total"/>.</param>
public sealed record SuppressedTable(IReadOnlyList<string> Columns, IReadOnlyList<SuppressedRow> Rows, SuppressedRow Totals)
{
    /// <summary>The count of a category of a one-way table, or a row's total.</summary>
    public SuppressedCount this[string row] => Row(row).Total;

    public SuppressedCount this[string row, string column] => Row(row).Cells[Column(column)];

    /// <summary>A cell as a percentage of its row, to one decimal place; null where that is withheld.</summary>
    public decimal? PercentageOfRow(string row, string column) => this[row, column].PercentageOf(Row(row).Total);

    /// <summary>A cell as a percentage of its column, to one decimal place; null where that is withheld.</summary>
    public decimal? PercentageOfColumn(string row, string column) => this[row, column].PercentageOf(Totals.Cells[Column(column)]);

    private SuppressedRow Row(string label) =>
        Rows.FirstOrDefault(row => string.Equals(row.Label, label, StringComparison.Ordinal))
        ?? throw new ArgumentException("No such row.", nameof(label));

    private int Column(string label)
    {
        for (var column = 0; column < Columns.Count; column++)
            if (string.Equals(Columns[column], label, StringComparison.Ordinal))
                return column;
        throw new ArgumentException("No such column.", nameof(label));
    }
}

/// <param name="Label">The category, or "Total".</param>
/// <param name="Cells">In the order of <see cref="SuppressedTable.Columns"/>.</param>
/// <param name="Total">The row's total.</param>
public sealed record SuppressedRow(string Label, IReadOnlyList<SuppressedCount> Cells, SuppressedCount Total);
