using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.ServiceDefaults.Tests.Suppression;

/// <summary>
/// A reader who knows the published table, that its rows and columns add up, and that counts are whole and not negative, and
/// tries tables one by one until one fits. It shares nothing with the code under test.
/// </summary>
internal sealed class Attacker
{
    private const int Most = 14;
    private readonly int?[,] _shown;
    private readonly Func<int, int, int> _truth;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _least;
    private int _steps;

    /// <param name="truth">Only says which tables to try first, so that one that fits is found soon.</param>
    /// <param name="table">What was published.</param>
    /// <param name="oneWay">Its cells have no column totals but the grand total.</param>
    /// <param name="least">What the reader takes every suppressed cell to be at least.</param>
    public Attacker(int[,] truth, SuppressedTable table, bool oneWay, int least)
    {
        _truth = oneWay ? (_, column) => truth[column, 0] : (row, column) => truth[row, column];
        _least = least;
        _rows = oneWay ? 1 : table.Rows.Count;
        _columns = oneWay ? table.Rows.Count : table.Columns.Count;
        _shown = new int?[_rows + 1, _columns + 1];
        for (var row = 0; row <= _rows; row++)
        for (var column = 0; column <= _columns; column++)
            _shown[row, column] =
                oneWay ? (column == _columns ? table.Totals.Total : table.Rows[column].Total).Value
                : row == _rows ? (column == _columns ? table.Totals.Total : table.Totals.Cells[column]).Value
                : (column == _columns ? table.Rows[row].Total : table.Rows[row].Cells[column]).Value;
    }

    public IEnumerable<(int Row, int Column)> Suppressed =>
        from row in Enumerable.Range(0, _rows + 1)
        from column in Enumerable.Range(0, _columns + 1)
        where _shown[row, column] is null
        select (row, column);

    /// <summary>Whether some table fits what is shown and has such a value there (the last row and column are the totals).</summary>
    public bool Possible(int row, int column, Func<int, bool> wanted)
    {
        _steps = 0;
        return Try(new int[_rows + 1, _columns + 1], 0, row, column, wanted);
    }

    private bool Try(int[,] table, int cell, int row, int column, Func<int, bool> wanted)
    {
        if (cell == _rows * _columns)
            return Fits(table) && wanted(table[row, column]);
        if (++_steps > 2_000_000)
            throw new InvalidOperationException(
                "Tried too many tables: either none fits, or the tables of this test are too large to attack."
            );
        var (r, c) = (cell / _columns, cell % _columns);
        foreach (var value in Candidates(table, r, c))
        {
            if ((r, c) == (row, column) && !wanted(value))
                continue;
            table[r, c] = value;
            if (Try(table, cell + 1, row, column, wanted))
                return true;
        }
        table[r, c] = 0;
        return false;
    }

    /// <summary>What a cell may hold given the cells before it and the totals shown of its row and column.</summary>
    private IEnumerable<int> Candidates(int[,] table, int row, int column)
    {
        var (least, most) = _shown[row, column] is { } shown ? (shown, shown) : (_least, Most);
        Narrow(_shown[row, _columns], Before(column, c => table[row, c]), After(column + 1, _columns, c => _shown[row, c]));
        Narrow(_shown[_rows, column], Before(row, r => table[r, column]), After(row + 1, _rows, r => _shown[r, column]));
        return Enumerable.Range(least, Math.Max(0, most - least + 1)).OrderBy(value => Math.Abs(value - _truth(row, column)));

        void Narrow(int? total, int before, (int Least, int Most) after)
        {
            if (total is not { } all)
                return;
            least = Math.Max(least, all - before - after.Most);
            most = Math.Min(most, all - before - after.Least);
        }
    }

    private static int Before(int end, Func<int, int> at) => Enumerable.Range(0, end).Sum(at);

    private (int Least, int Most) After(int start, int end, Func<int, int?> shown)
    {
        var rest = Enumerable.Range(start, end - start).Select(shown).ToList();
        return (rest.Sum(value => value ?? _least), rest.Sum(value => value ?? Most));
    }

    private bool RowFits(int[,] table, int row)
    {
        table[row, _columns] = Enumerable.Range(0, _columns).Sum(column => table[row, column]);
        return _shown[row, _columns] is not { } total || total == table[row, _columns];
    }

    private bool Fits(int[,] table)
    {
        for (var row = 0; row < _rows; row++)
            if (!RowFits(table, row))
                return false;
        for (var column = 0; column <= _columns; column++)
        {
            table[_rows, column] = Enumerable.Range(0, _rows).Sum(row => table[row, column]);
            if (_shown[_rows, column] is { } total && total != table[_rows, column])
                return false;
        }
        return true;
    }
}
