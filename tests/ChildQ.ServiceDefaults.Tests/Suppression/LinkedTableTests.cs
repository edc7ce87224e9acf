using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.ServiceDefaults.Tests.Suppression;

/// <summary>Tables of the same people, put out together, and a reader who has all of them.</summary>
public sealed class LinkedTableTests
{
    private static readonly string[] Kinds = ["k0", "k1", "k2"];
    private static readonly string[] Groups = ["g0", "g1", "g2"];
    private static readonly string[] Terms = ["t0", "t1"];

    [Fact]
    public void A_number_hidden_in_one_table_is_hidden_in_the_other()
    {
        // One table must hide its total, of 3; the other has the same people.
        var shown = SmallNumbers.Default.Suppress([One("a", ("x", 3), ("y", 0)), One("b", ("p", 1), ("q", 2))]);

        Assert.All(shown, table => Assert.True(table.Totals.Total.IsSuppressed));
    }

    [Fact]
    public void What_is_hidden_besides_is_protected_like_what_is_small()
    {
        var table = CountTable.OneWay([new("x", 20), new("y", 30), new("z", 40)]);

        var shown = SmallNumbers.Default.Suppress([new LinkedTable(table, HiddenToo: (row, _) => row == "x")])[0];

        Assert.True(shown["x"].IsSuppressed);
        Assert.Equal(2, shown.Rows.Count(r => r.Total.IsSuppressed));
        Assert.Equal(90, shown.Totals.Total.Value);
    }

    /// <summary>People of three kinds, three groups and two terms: kind by term, kind by group, group by term.</summary>
    [Fact]
    public void No_small_number_can_be_worked_out_from_three_tables_of_the_same_people_at_once()
    {
        var random = new Random(1306);
        for (var trial = 0; trial < 60; trial++)
        {
            var people = Enumerable
                .Range(0, random.Next(8, 40))
                .Select(_ => (Kind: Kinds[Skewed(random)], Group: Groups[Skewed(random)], Term: Terms[random.Next(2)]))
                .ToList();
            LinkedTable[] tables =
            [
                Two("kind", Kinds, p => p.Kind, "term", Terms, p => p.Term, people),
                Two("kind", Kinds, p => p.Kind, "group", Groups, p => p.Group, people),
                Two("group", Groups, p => p.Group, "term", Terms, p => p.Term, people),
            ];
            var reader = new Reader([.. tables.Zip(SmallNumbers.Default.Suppress(tables))]);

            foreach (var number in reader.Hidden)
            {
                Assert.True(reader.CanBeAtLeast(number, 5), $"trial {trial}: {number} is known to be below 5");
            }
        }
    }

    private static int Skewed(Random random) =>
        random.Next(10) switch
        {
            < 6 => 0,
            < 9 => 1,
            _ => 2,
        };

    private static LinkedTable One(string name, params (string Label, int Count)[] counts) =>
        new(
            CountTable.OneWay(counts.Select(c => KeyValuePair.Create(c.Label, c.Count))),
            (row, _) => row is null ? "all" : $"{name} {row}"
        );

    private static LinkedTable Two(
        string rowName,
        string[] rows,
        Func<(string Kind, string Group, string Term), string> rowOf,
        string columnName,
        string[] columns,
        Func<(string Kind, string Group, string Term), string> columnOf,
        List<(string Kind, string Group, string Term)> people
    ) =>
        new(
            CountTable.Count(people, rows, columns, rowOf, columnOf),
            (row, column) =>
                row is null && column is null ? "all"
                : row is null ? $"{columnName} {column}"
                : column is null ? $"{rowName} {row}"
                : $"{rowName} {row}, {columnName} {column}"
        );

    /// <summary>Knows every table, that rows and columns add up, that the same number is the same in each, and that counts are not negative.</summary>
    private sealed class Reader
    {
        private const int Most = 60;
        private readonly Dictionary<string, int> _low = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _high = new(StringComparer.Ordinal);
        private readonly List<(string Total, string[] Parts)> _sums = [];

        public Reader(IReadOnlyList<(LinkedTable Linked, SuppressedTable Shown)> tables)
        {
            foreach (var (linked, shown) in tables)
            {
                string Name(string? row, string? column) => linked.Named!(row, column)!;
                foreach (var row in shown.Rows.Append(shown.Totals))
                {
                    var label = row == shown.Totals ? null : row.Label;
                    Learn(Name(label, null), row.Total);
                    for (var c = 0; c < shown.Columns.Count; c++)
                    {
                        Learn(Name(label, shown.Columns[c]), row.Cells[c]);
                    }

                    _sums.Add((Name(label, null), [.. shown.Columns.Select(c => Name(label, c))]));
                }

                foreach (var column in shown.Columns.Append(null))
                {
                    _sums.Add((Name(null, column), [.. shown.Rows.Select(r => Name(r.Label, column))]));
                }
            }
        }

        public IEnumerable<string> Hidden => _low.Keys.Where(n => _low[n] != _high[n]).ToList();

        public bool CanBeAtLeast(string number, int value)
        {
            var low = new Dictionary<string, int>(_low, StringComparer.Ordinal) { [number] = Math.Max(_low[number], value) };
            return Fits(low, new(_high, StringComparer.Ordinal));
        }

        private void Learn(string number, SuppressedCount shown)
        {
            _low[number] = shown.Value ?? 0;
            _high[number] = shown.Value ?? Most;
        }

        private bool Fits(Dictionary<string, int> low, Dictionary<string, int> high)
        {
            if (!Narrow(low, high))
            {
                return false;
            }

            var open = low.Keys.Where(n => low[n] < high[n]).ToList();
            if (open.Count == 0)
            {
                return true;
            }

            var next = open.MinBy(n => high[n] - low[n])!;
            var middle = (low[next] + high[next]) / 2;
            return Fits(new(low, StringComparer.Ordinal), new(high, StringComparer.Ordinal) { [next] = middle })
                || Fits(new(low, StringComparer.Ordinal) { [next] = middle + 1 }, new(high, StringComparer.Ordinal));
        }

        private bool Narrow(Dictionary<string, int> low, Dictionary<string, int> high)
        {
            for (var changed = true; changed; )
            {
                changed = false;
                foreach (var (total, parts) in _sums)
                {
                    var (sumLow, sumHigh) = (parts.Sum(p => low[p]), parts.Sum(p => high[p]));
                    if (!Cut(total, sumLow, sumHigh))
                    {
                        return false;
                    }

                    foreach (var part in parts)
                    {
                        if (!Cut(part, low[total] - (sumHigh - high[part]), high[total] - (sumLow - low[part])))
                        {
                            return false;
                        }

                        (sumLow, sumHigh) = (parts.Sum(p => low[p]), parts.Sum(p => high[p]));
                    }
                }

                bool Cut(string number, int atLeast, int atMost)
                {
                    changed |= atLeast > low[number] || atMost < high[number];
                    (low[number], high[number]) = (Math.Max(low[number], atLeast), Math.Min(high[number], atMost));
                    return low[number] <= high[number];
                }
            }

            return true;
        }
    }
}
