namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>One number of a table, a cell or a total, as an arc of the table's network.</summary>
internal sealed class CountEntry(int index, int from, int to, int value, bool isTotal)
{
    public int Index => index;
    public int From => from;
    public int To => to;
    public int Value => value;
    public bool IsTotal => isTotal;
    public bool IsHidden { get; set; }

    /// <summary>Zeros are shown, so a reader takes a suppressed number to be one at least.</summary>
    public int Least => Math.Min(1, value);

    public SuppressedCount Shown => new(IsHidden ? null : value);
}

/// <summary>
/// A table as a network in which its numbers flow: from the start to each row (row totals), from row to column (cells), from
/// column to the end (column totals), and back to the start (the grand total). That rows and columns add up says that what
/// flows into a node flows out of it. So the values a reader must think possible for a suppressed number, given all that
/// is shown, are exactly those reached by sending flow round circles of suppressed arcs, and whole numbers are enough.
/// </summary>
internal sealed class CountNetwork
{
    private readonly CountTable _table;
    private readonly int _nodes;
    private readonly CountEntry[,] _cells;
    private readonly CountEntry[] _rowTotals;
    private readonly CountEntry[] _columnTotals;
    private readonly CountEntry _grandTotal;
    private readonly PriorityQueue<CountEntry, (int, int)> _hidden = new();
    private readonly List<CountEntry> _entries = [];

    private CountNetwork(CountTable table)
    {
        _table = table;
        var (rows, columns) = (table.Rows.Count, table.Columns.Count);
        var (start, end) = table.IsOneWay ? (0, 1) : (rows + columns, rows + columns + 1);
        _nodes = table.IsOneWay ? 2 : rows + columns + 2;
        _cells = new CountEntry[rows, columns];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
            _cells[row, column] = table.IsOneWay
                ? Add(start, end, table[row, column], isTotal: false)
                : Add(row, rows + column, table[row, column], isTotal: false);
        _rowTotals =
        [
            .. Enumerable
                .Range(0, rows)
                .Select(row => table.IsOneWay ? _cells[row, 0] : Add(start, row, Row(row).Sum(cell => cell.Value), isTotal: true)),
        ];
        _grandTotal = Add(end, start, _rowTotals.Sum(total => total.Value), isTotal: true);
        _columnTotals =
        [
            .. Enumerable
                .Range(0, columns)
                .Select(column =>
                    table.IsOneWay ? _grandTotal : Add(rows + column, end, Column(column).Sum(cell => cell.Value), isTotal: true)
                ),
        ];
    }

    public static CountNetwork Of(CountTable table) => new(table);

    public IReadOnlyList<CountEntry> Entries => _entries;

    /// <summary>Every set of numbers that shares a total: rows, columns, row totals, column totals.</summary>
    public IEnumerable<List<CountEntry>> Lines =>
        _table.IsOneWay
            ? [Column(0)]
            :
            [
                .. Enumerable.Range(0, _table.Rows.Count).Select(Row),
                .. Enumerable.Range(0, _table.Columns.Count).Select(Column),
                [.. _rowTotals],
                [.. _columnTotals],
            ];

    /// <summary>Every number with its labels: no row for a column's total, no column for a row's, neither for the grand total.</summary>
    public IEnumerable<(string? Row, string? Column, CountEntry Entry)> Labelled
    {
        get
        {
            yield return (null, null, _grandTotal);
            for (var row = 0; row < _table.Rows.Count; row++)
                yield return (_table.Rows[row], null, _rowTotals[row]);
            if (_table.IsOneWay)
                yield break;
            for (var column = 0; column < _table.Columns.Count; column++)
            {
                yield return (null, _table.Columns[column], _columnTotals[column]);
                for (var row = 0; row < _table.Rows.Count; row++)
                    yield return (_table.Rows[row], _table.Columns[column], _cells[row, column]);
            }
        }
    }

    public void Hide(CountEntry entry)
    {
        if (entry.IsHidden)
            return;
        entry.IsHidden = true;
        _hidden.Enqueue(entry, (entry.Value, entry.Index));
    }

    /// <summary>
    /// Hides further numbers until each hidden one might, for all a reader can work out, be <paramref name="threshold"/> or more,
    /// and none is certain. Hiding more never makes an earlier one less safe, so each is looked at once, the
    /// smallest first: what protects it often protects the larger ones too.
    /// </summary>
    public void ProtectHidden(int threshold)
    {
        while (_hidden.TryDequeue(out var entry, out _))
        {
            if (entry.Value >= threshold && Send(entry.From, entry.To, 1, besides: entry, mayHide: false))
                continue;
            var rise = Math.Max(1, threshold - entry.Value);
            if (!Send(entry.To, entry.From, rise, besides: entry, mayHide: false))
                Send(entry.To, entry.From, rise, besides: entry, mayHide: true);
        }
    }

    public SuppressedTable Shown() =>
        new(
            _table.Columns,
            [
                .. _table.Rows.Select(
                    (label, row) => new SuppressedRow(label, [.. Row(row).Select(cell => cell.Shown)], _rowTotals[row].Shown)
                ),
            ],
            new("Total", [.. _columnTotals.Select(total => total.Shown)], _grandTotal.Shown)
        );

    /// <summary>
    /// Tries to send <paramref name="amount"/> from one node to another over hidden arcs: with the arc without limit, against it
    /// down to <see cref="CountEntry.Least"/>. With <paramref name="mayHide"/>, shown arcs may be used and are hidden then,
    /// the cheapest way first; it always succeeds, since all totals together are a way.
    /// </summary>
    private bool Send(int from, int to, int amount, CountEntry besides, bool mayHide)
    {
        var change = new int[_entries.Count];
        while (amount > 0)
        {
            if (CheapestWay(from, to, besides, change, mayHide) is not { } way)
                return false;
            var most = way.Min(step => step.Forward ? amount : Math.Min(amount, Spare(step.Entry, change)));
            foreach (var (entry, forward) in way)
            {
                change[entry.Index] += forward ? most : -most;
                Hide(entry);
            }
            amount -= most;
        }
        return true;
    }

    private static int Spare(CountEntry entry, int[] change) => entry.Value + change[entry.Index] - entry.Least;

    private List<(CountEntry Entry, bool Forward)>? CheapestWay(int from, int to, CountEntry besides, int[] change, bool mayHide)
    {
        var usable = _entries.Where(entry => entry != besides && (mayHide || entry.IsHidden)).ToList();
        var cost = new Dictionary<int, long> { [from] = 0 };
        var step = new (CountEntry Entry, bool Forward)?[_nodes];
        var open = new PriorityQueue<int, (long, int)>([(from, (0, from))]);
        while (open.TryDequeue(out var node, out var priority) && node != to)
        {
            if (priority.Item1 > cost[node])
                continue;
            foreach (var entry in usable)
            {
                var forward = entry.From == node;
                if (!forward && (entry.To != node || Spare(entry, change) <= 0))
                    continue;
                var next = forward ? entry.To : entry.From;
                var total = cost[node] + Cost(entry);
                if (cost.TryGetValue(next, out var known) && known <= total)
                    continue;
                cost[next] = total;
                step[next] = (entry, forward);
                open.Enqueue(next, (total, next));
            }
        }
        if (!cost.ContainsKey(to))
            return null;
        var way = new List<(CountEntry, bool)>();
        for (var node = to; node != from; node = step[node]!.Value.Forward ? step[node]!.Value.Entry.From : step[node]!.Value.Entry.To)
            way.Add(step[node]!.Value);
        return way;
    }

    /// <summary>The smallest cell goes first, a zero only where no other cell serves, a total last.</summary>
    private long Cost(CountEntry entry)
    {
        long all = _grandTotal.Value + 1L;
        return entry switch
        {
            { IsHidden: true } => 0,
            { IsTotal: true } => (all * _entries.Count) + entry.Value,
            { Value: 0 } => all,
            _ => entry.Value,
        };
    }

    private CountEntry Add(int from, int to, int value, bool isTotal)
    {
        var entry = new CountEntry(_entries.Count, from, to, value, isTotal);
        _entries.Add(entry);
        return entry;
    }

    private List<CountEntry> Row(int row) => [.. Enumerable.Range(0, _table.Columns.Count).Select(column => _cells[row, column])];

    private List<CountEntry> Column(int column) => [.. Enumerable.Range(0, _table.Rows.Count).Select(row => _cells[row, column])];
}
