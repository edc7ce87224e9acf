using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildQ.HackneyData.Tests;

/// <summary>The report is transcribed whole: each of its parts is there, in its own words, and the README counts what is there.</summary>
public sealed partial class CoverageTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    /// <summary>
    /// Phrases of the report, one a line: <c>section|phrase</c>, and after a second bar the phrase as it stands in the third person where
    /// the transcription had to change it.
    /// </summary>
    private static readonly string[][] Phrases =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "report-phrases.txt")).Select(line => line.Split('|')),
    ];

    public static TheoryData<string> Sections { get; } = [.. Phrases.Select(p => p[0]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Key_phrases_of_a_part_of_the_report_are_in_rows_of_that_part(string section)
    {
        var text = string.Join('\n', RowsOf(section).SelectMany(r => r.Values));

        var missing = Phrases.Where(p => p[0] == section && !text.Contains(p[^1], StringComparison.OrdinalIgnoreCase)).Select(p => p[1]);

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_row_names_a_part_of_the_report_that_the_README_lists()
    {
        var listed = CoverageTable().Select(l => l.Section).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            June2022Files.Rows,
            row =>
            {
                Assert.NotEmpty(row["source_section"]);
                Assert.Subset(listed, SectionsOf(row).ToHashSet(StringComparer.Ordinal));
            }
        );
    }

    [Fact]
    public void Every_part_of_the_report_has_phrases_held_here()
    {
        var unheld = CoverageTable().Select(l => l.Section).Except(Phrases.Select(p => p[0]), StringComparer.Ordinal);

        Assert.Equal(["Heading", "public facts: published summary"], unheld, StringComparer.Ordinal);
    }

    [Fact]
    public void The_README_counts_the_rows_of_every_register_and_all_of_them()
    {
        var counted = CountLine()
            .Matches(Readme)
            .ToDictionary(m => m.Groups["register"].Value, m => Number(m, "rows"), StringComparer.Ordinal);
        var held = June2022Files.All.ToDictionary(f => f.Name, f => f.Rows.Count, StringComparer.Ordinal);

        Assert.Equal(held, counted);
        Assert.Equal(held.Values.Sum(), Number(TotalLine().Match(Readme), "rows"));
    }

    [Fact]
    public void The_README_counts_the_rows_of_every_part_of_the_report()
    {
        var table = CoverageTable().ToList();

        Assert.Equal(26, table.Count);
        Assert.All(table, line => Assert.Equal((line.Section, RowsOf(line.Section).Count()), (line.Section, line.Rows)));
    }

    [Fact]
    public void Recommendations_hold_no_wording_that_is_not_at_hand()
    {
        Assert.All(
            June2022Files.Of("oversight/recommendations").Rows,
            r =>
                Assert.Equal(
                    ("text to be entered from the published review", "false", ""),
                    (r["text"], r["text_entered"], r["responsible_agencies"])
                )
        );
    }

    [Fact]
    public void Measures_that_the_report_does_not_give_are_empty()
    {
        Assert.All(
            June2022Files.Of("police-action-plan/actions").Rows,
            r => Assert.Equal("", r["outcome_measure"] + r["baseline"] + r["target"] + r["start"])
        );
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> RowsOf(string section) =>
        June2022Files.Rows.Where(r => SectionsOf(r).Contains(section, StringComparer.Ordinal));

    private static string[] SectionsOf(IReadOnlyDictionary<string, string> row) => row["source_section"].Split("; ");

    private static IEnumerable<(string Section, int Rows)> CoverageTable() =>
        CoverageLine()
            .Matches(Readme[Readme.IndexOf("## From which part", StringComparison.Ordinal)..])
            .Select(m => (m.Groups["section"].Value, Number(m, "rows")));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (?<register>[a-z-]+/[a-z-]+) \| (?<rows>\d+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"^\| \*\*total\*\* \| \*\*(?<rows>\d+)\*\* \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TotalLine();

    [GeneratedRegex(@"^\| (?<section>[^|]+?) \| [^|]+ \| (?<rows>\d+) \| [^|]* \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CoverageLine();
}
