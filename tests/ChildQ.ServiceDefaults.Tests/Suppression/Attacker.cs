using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.ServiceDefaults.Tests.Suppression;

/// <summary>
/// A reader who knows the published table, that its rows and columns add up, and that counts are whole and not negative. It narrows down
/// what each number can be and tries the rest, so it finds a table that fits wherever there is one (with cells up to
/// <see cref="Most"/>), and shares nothing with the code under test.
/// </summary>
internal sealed class Attacker
{
    private const int Most = 30;
    private readonly int _rows;
    private readonly int _columns;
    private readonly Bounds _known;

    /// <param name="table">What was published.</param>
    /// <param name="oneWay">Its cells have no column totals but the grand total.</param>
    /// <param name="least">What the reader takes every suppressed cell to be at least.</param>
    public Attacker(SuppressedTable table, bool oneWay, int least)
    {
        // A one-way table lies on its side: one row, whose column totals are its cells.
        _rows = oneWay ? 1 : table.Rows.Count;
        _columns = oneWay ? table.Rows.Count : table.Columns.Count;
        _known = new(new int[_rows + 1, _columns + 1], new int[_rows + 1, _columns + 1]);
        foreach (var (row, column) in Places)
        {
            var total = (
                row == _rows ? table.Totals
                : oneWay ? table.Totals
                : table.Rows[row]
            ).Total;
            var shown =
                column == _columns ? total
                : oneWay ? table.Rows[column].Total
                : (row == _rows ? table.Totals : table.Rows[row]).Cells[column];
            var isCell = row < _rows && column < _columns;
            _known.Low[row, column] = shown.Value ?? (isCell ? least : 0);
            _known.High[row, column] = shown.Value ?? (isCell ? Most : Most * _rows * _columns);
            if (shown.IsSuppressed)
                Suppressed.Add((row, column));
        }
    }

    /// <summary>The suppressed numbers; the last row and column are the totals.</summary>
    public List<(int Row, int Column)> Suppressed { get; } = [];

    public bool CanBeAtLeast(int row, int column, int value) => Fits(_known.With(row, column, low: value, high: _known.High[row, column]));

    public bool CanBeBelow(int row, int column, int value) => Fits(_known.With(row, column, low: _known.Low[row, column], high: value - 1));

    private IEnumerable<(int Row, int Column)> Places =>
        from row in Enumerable.Range(0, _rows + 1)
        from column in Enumerable.Range(0, _columns + 1)
        select (row, column);

    private bool Fits(Bounds bounds)
    {
        if (!Narrow(bounds))
            return false;
        var open = Places.Where(place => bounds.Room(place) > 0).ToList();
        if (open.Count == 0)
            return true;
        var (row, column) = open.MinBy(bounds.Room);
        var (low, high) = (bounds.Low[row, column], bounds.High[row, column]);
        var middle = (low + high) / 2;
        return Fits(bounds.With(row, column, low, middle)) || Fits(bounds.With(row, column, middle + 1, high));
    }

    // Until nothing changes: a total is the sum of its parts, and a part what the others leave. False where nothing is left.
    private bool Narrow(Bounds bounds)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            for (var row = 0; row <= _rows; row++)
            {
                var parts = Enumerable.Range(0, _columns).Select(column => (row, column)).ToArray();
                if (!bounds.Sum(parts, (row, _columns), ref changed))
                    return false;
            }
            for (var column = 0; column <= _columns; column++)
            {
                var parts = Enumerable.Range(0, _rows).Select(row => (row, column)).ToArray();
                if (!bounds.Sum(parts, (_rows, column), ref changed))
                    return false;
            }
        }
        return true;
    }

    private sealed record Bounds(int[,] Low, int[,] High)
    {
        public int Room((int Row, int Column) place) => High[place.Row, place.Column] - Low[place.Row, place.Column];

        public Bounds With(int row, int column, int low, int high)
        {
            var bounds = new Bounds((int[,])Low.Clone(), (int[,])High.Clone());
            (bounds.Low[row, column], bounds.High[row, column]) = (low, high);
            return bounds;
        }

        public bool Sum((int Row, int Column)[] parts, (int Row, int Column) total, ref bool changed)
        {
            var low = parts.Sum(part => Low[part.Row, part.Column]);
            var high = parts.Sum(part => High[part.Row, part.Column]);
            var fits = Cut(total, low, high, ref changed);
            var (totalLow, totalHigh) = (Low[total.Row, total.Column], High[total.Row, total.Column]);
            foreach (var part in parts)
            {
                var othersLow = low - Low[part.Row, part.Column];
                var othersHigh = high - High[part.Row, part.Column];
                var (partLow, partHigh) = (Low[part.Row, part.Column], High[part.Row, part.Column]);
                fits = fits && Cut(part, totalLow - othersHigh, totalHigh - othersLow, ref changed);
                low += Low[part.Row, part.Column] - partLow;
                high += High[part.Row, part.Column] - partHigh;
            }
            return fits;
        }

        private bool Cut((int Row, int Column) place, int low, int high, ref bool changed)
        {
            if (low > Low[place.Row, place.Column])
                (Low[place.Row, place.Column], changed) = (low, true);
            if (high < High[place.Row, place.Column])
                (High[place.Row, place.Column], changed) = (high, true);
            return Room(place) >= 0;
        }
    }
}
