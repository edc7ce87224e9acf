using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.ServiceDefaults.Tests.Suppression;

/// <summary>Random tables, each attacked.</summary>
public sealed class DisclosureTests
{
    private static readonly SmallNumbers Numbers = SmallNumbers.Default;

    [Fact]
    public void Nothing_suppressed_can_be_worked_out_from_a_one_way_table()
    {
        var random = new Random(2022);
        for (var trial = 0; trial < 1_000; trial++)
        {
            var counts = Counts(random, random.Next(1, 6), 1);
            var categories = counts.Cast<int>().Select((count, index) => KeyValuePair.Create($"c{index}", count));

            AssertSafe(counts, Numbers.Suppress(CountTable.OneWay(categories)), oneWay: true);
        }
    }

    [Fact]
    public void Nothing_suppressed_can_be_worked_out_from_a_two_way_table()
    {
        var random = new Random(614);
        for (var trial = 0; trial < 1_000; trial++)
        {
            var counts = Counts(random, random.Next(1, 4), random.Next(1, 4));

            AssertSafe(counts, Numbers.Suppress(TwoWay(counts)), oneWay: false);
        }
    }

    [Fact]
    public void Nothing_is_changed_and_every_small_number_is_suppressed_in_a_large_table()
    {
        var random = new Random(9);
        for (var trial = 0; trial < 20; trial++)
        {
            var counts = Counts(random, 13, 19);

            var table = Numbers.Suppress(TwoWay(counts));

            AssertTrueOrSuppressed(counts, table);
            AssertNoLineGivesItsOnlySuppressedNumberAway(table);
        }
    }

    private static void AssertSafe(int[,] counts, SuppressedTable table, bool oneWay)
    {
        AssertTrueOrSuppressed(counts, table);
        var said = Describe(counts, table);
        var hidesZero = table
            .Rows.SelectMany((row, r) => row.Cells.Select((cell, c) => cell.IsSuppressed && counts[r, c] == 0))
            .Any(hidden => hidden);
        // Zeros being shown as a rule, a reader may count on every suppressed cell being one at least: unless a zero is among them.
        foreach (var least in hidesZero ? [0] : new[] { 0, 1 })
        {
            var attacker = new Attacker(table, oneWay, least);
            foreach (var (row, column) in attacker.Suppressed)
            {
                Assert.True(
                    attacker.CanBeAtLeast(row, column, 5),
                    $"({row},{column}) is known to be below 5, given {least} at least.\n{said}"
                );
                var truth = Truth(counts, oneWay, row, column);
                Assert.True(
                    attacker.CanBeBelow(row, column, truth) || attacker.CanBeAtLeast(row, column, truth + 1),
                    $"({row},{column}) is known, given {least} at least.\n{said}"
                );
            }
        }
        AssertNoSmallGroupIsKnownToBeAllInOneCategory(counts, new(table, oneWay, least: 0), oneWay, said);
    }

    private static void AssertNoSmallGroupIsKnownToBeAllInOneCategory(int[,] counts, Attacker attacker, bool oneWay, string said)
    {
        var (rows, columns) = oneWay ? (1, counts.Length) : (counts.GetLength(0), counts.GetLength(1));
        var lines = Enumerable
            .Range(0, rows + 1)
            .Select(row => Enumerable.Range(0, columns).Select(column => (Row: row, Column: column)).ToList());
        if (!oneWay)
            lines = lines.Concat(
                Enumerable
                    .Range(0, columns + 1)
                    .Select(column => Enumerable.Range(0, rows).Select(row => (Row: row, Column: column)).ToList())
            );
        foreach (var line in lines.Where(line => line.Count > 1))
        {
            var truths = line.ConvertAll(place => Truth(counts, oneWay, place.Row, place.Column));
            if (truths.Count(count => count > 0) != 1 || truths.Sum() >= 10)
                continue;
            Assert.All(
                line.Where((_, index) => truths[index] == 0),
                zero => Assert.True(attacker.CanBeAtLeast(zero.Row, zero.Column, 1), $"{zero} is known to be zero.\n{said}")
            );
        }
    }

    private static int Truth(int[,] counts, bool oneWay, int row, int column)
    {
        var (rows, columns) = oneWay ? (1, counts.Length) : (counts.GetLength(0), counts.GetLength(1));
        return (
            from r in Enumerable.Range(0, rows)
            from c in Enumerable.Range(0, columns)
            where (row == rows || r == row) && (column == columns || c == column)
            select oneWay ? counts[c, 0] : counts[r, c]
        ).Sum();
    }

    private static void AssertTrueOrSuppressed(int[,] counts, SuppressedTable table)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        for (var row = 0; row <= rows; row++)
        for (var column = 0; column <= columns; column++)
        {
            var line = row == rows ? table.Totals : table.Rows[row];
            var shown = column == columns ? line.Total : line.Cells[column];
            var truth = Truth(counts, oneWay: false, row, column);
            Assert.True(shown.IsSuppressed ? truth >= 0 : shown.Value == truth);
            Assert.False(!shown.IsSuppressed && truth is >= 1 and <= 4, Describe(counts, table));
        }
    }

    private static void AssertNoLineGivesItsOnlySuppressedNumberAway(SuppressedTable table)
    {
        var rows = table.Rows.Append(table.Totals).Select(row => row.Cells.Append(row.Total).ToList()).ToList();
        var columns = Enumerable.Range(0, rows[0].Count).Select(column => rows.ConvertAll(row => row[column]));
        Assert.All(rows.Concat(columns), line => Assert.NotEqual(1, line.Count(number => number.IsSuppressed)));
    }

    private static CountTable TwoWay(int[,] counts) =>
        CountTable.TwoWay(
            [.. Enumerable.Range(0, counts.GetLength(0)).Select(row => $"r{row}")],
            [.. Enumerable.Range(0, counts.GetLength(1)).Select(column => $"c{column}")],
            counts
        );

    // Mostly small and zero, where the danger is.
    private static int[,] Counts(Random random, int rows, int columns)
    {
        var counts = new int[rows, columns];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
            counts[row, column] = random.Next(6) switch
            {
                0 or 1 => 0,
                2 or 3 => random.Next(1, 5),
                _ => random.Next(5, 10),
            };
        return counts;
    }

    private static string Describe(int[,] counts, SuppressedTable table) =>
        string.Join('\n', table.Rows.Append(table.Totals).Select(row => $"{row.Label} {string.Join(' ', row.Cells)} | {row.Total}"))
        + $"\n({string.Join(' ', counts.Cast<int>())})";
}
