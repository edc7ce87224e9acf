using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json.Serialization;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.ServiceDefaults.Tests.Import;

public enum Status
{
    NotStarted,
    UnderWay,
    Done,

    [JsonStringEnumMemberName("question and answer")]
    QuestionAndAnswer,
}

public sealed record ActionRow(
    [MaxLength(12)] string Reference,
    string Title,
    string? SourceSection,
    [CsvColumn("owners")] string[] OwnerOrganisations,
    DateOnly? Due,
    TimeOnly? StartsAt,
    int? Capacity,
    bool? IndependentlyFacilitated,
    Status Status
);

public sealed class SchoolRow
{
    [CsvColumn("URN", IsKey = true)]
    public int Urn { get; set; }

    public required string EstablishmentName { get; set; }

    [CsvColumn("CloseDate", MayBeMissing = true)]
    public DateOnly? Closed { get; set; }
}

public sealed class CsvImportTests
{
    private const string Header = "reference,title,source_section,owners,due,starts_at,capacity,independently_facilitated,status";

    [Fact]
    public async Task A_row_is_read_into_its_types()
    {
        var read = await Read<ActionRow>(
            $"{Header}\nA-1, Meet weekly ,2 > 1,hackney-council; metropolitan-police ;,2022-08-31,14:30,25,true,under way\n"
        );

        Assert.Empty(read.Problems);
        var row = Assert.Single(read.Rows);
        Assert.Equal(2, row.Line);
        Assert.Equal(("A-1", "Meet weekly", "2 > 1"), (row.Row.Reference, row.Row.Title, row.Row.SourceSection));
        Assert.Equal(["hackney-council", "metropolitan-police"], row.Row.OwnerOrganisations);
        Assert.Equal(new(2022, 8, 31), row.Row.Due);
        Assert.Equal(new(14, 30), row.Row.StartsAt);
        Assert.Equal(25, row.Row.Capacity);
        Assert.True(row.Row.IndependentlyFacilitated);
        Assert.Equal(Status.UnderWay, row.Row.Status);
    }

    [Fact]
    public async Task An_empty_cell_is_null_and_an_empty_list()
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,, ,,,,,done");

        var row = Assert.Single(read.Rows).Row;
        Assert.Null(row.SourceSection);
        Assert.Empty(row.OwnerOrganisations);
        Assert.Null(row.Due);
        Assert.Null(row.StartsAt);
        Assert.Null(row.Capacity);
        Assert.Null(row.IndependentlyFacilitated);
    }

    [Theory]
    [InlineData("2022-06-13")]
    [InlineData("13/06/2022")]
    [InlineData("13-06-2022")]
    public async Task A_date_is_read_in_three_ways(string date)
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,,,{date},,,,done");

        Assert.Equal(new(2022, 6, 13), Assert.Single(read.Rows).Row.Due);
    }

    [Theory]
    [InlineData("Under Way", Status.UnderWay)]
    [InlineData("under-way", Status.UnderWay)]
    [InlineData("UnderWay", Status.UnderWay)]
    [InlineData("not started", Status.NotStarted)]
    [InlineData("question and answer", Status.QuestionAndAnswer)]
    public async Task An_enumeration_is_read_from_its_words(string words, Status status)
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,,,,,,,{words}");

        Assert.Equal(status, Assert.Single(read.Rows).Row.Status);
    }

    [Theory]
    [InlineData("A-1,,,,,,,,done", "title", "must not be empty")]
    [InlineData("A-1,Meet,,,,,,,", "status", "must not be empty")]
    [InlineData("A-1,Meet,,,2022-02-30,,,,done", "due", "must be a date: yyyy-MM-dd, dd/MM/yyyy or dd-MM-yyyy")]
    [InlineData("A-1,Meet,,,06/13/2022,,,,done", "due", "must be a date: yyyy-MM-dd, dd/MM/yyyy or dd-MM-yyyy")]
    [InlineData("A-1,Meet,,,,25:00,,,done", "starts_at", "must be a time: HH:mm")]
    [InlineData("A-1,Meet,,,,,many,,done", "capacity", "must be a whole number")]
    [InlineData("A-1,Meet,,,,,99999999999,,done", "capacity", "must be a whole number")]
    [InlineData("A-1,Meet,,,,,,perhaps,done", "independently_facilitated", "must be true or false")]
    [InlineData("A-1,Meet,,,,,,,1", "status", "must be one of: not started, under way, done, question and answer")]
    [InlineData("A-1234567890123,Meet,,,,,,,done", "reference", "must be 12 characters or fewer")]
    [InlineData("A-1,Me\0et,,,,,,,done", "title", "holds a character that cannot be kept")]
    [InlineData("A-1,Meet", "", "has 2 cells where the header has 9")]
    [InlineData("A-1,Meet,,,,,,,done,and more", "", "has 10 cells where the header has 9")]
    public async Task A_bad_cell_is_reported_with_line_column_and_reason_and_the_good_rows_are_read(
        string bad,
        string column,
        string reason
    )
    {
        var read = await Read<ActionRow>($"{Header}\nB-1,Good,,,,,,,done\n{bad}\nB-2,Good,,,,,,,done\n");

        Assert.Equal([new ImportProblem(3, column, reason)], read.Problems);
        Assert.Equal(["B-1", "B-2"], read.Rows.Select(row => row.Row.Reference));
        Assert.Equal(3, read.RowCount);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_that_was_written()
    {
        var read = await Read<ActionRow>(
            $"{Header}\nA-1,,,,Mrs Example,Mrs Example,Mrs Example,Mrs Example,Mrs Example\nA-2,Meet,,,,,,,Mrs Example"
        );

        Assert.Equal(
            ["title", "due", "starts_at", "capacity", "independently_facilitated", "status", "status"],
            read.Problems.Select(p => p.Column)
        );
        Assert.All(read.Problems, problem => Assert.DoesNotContain("Example", problem.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_is_there_once()
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,,,,,,,done\nA-2,Meet,,,,,,,done\na-1,Again,,,,,,,done");

        Assert.Equal([new ImportProblem(4, "reference", "is already on line 2")], read.Problems);
    }

    [Fact]
    public async Task Lines_are_counted_through_quoted_line_breaks_and_empty_lines()
    {
        var read = await Read<ActionRow>(
            $"{Header}\r\nA-1,\"Two\r\nlines, and \"\"quotes\"\"\",,,,,,,done\r\n\r\n,,,,,,,,\r\nA-2,Meet,,,never,,,,done\r\nA-3,Meet,,,,,,,done"
        );

        Assert.Equal("Two\r\nlines, and \"quotes\"", read.Rows[0].Row.Title);
        Assert.Equal(2, read.Rows[0].Line);
        Assert.Equal(6, Assert.Single(read.Problems).Line);
        Assert.Equal((7, "A-3"), (read.Rows[1].Line, read.Rows[1].Row.Reference));
        Assert.Equal(3, read.RowCount);
    }

    [Theory]
    [InlineData("A-2,Me\"et,,,,,,,done")]
    [InlineData("A-2,\"Meet\" again,,,,,,,done")]
    public async Task A_quote_mark_out_of_place_is_reported(string bad)
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,,,,,,,done\n{bad}\nA-3,Meet,,,,,,,done");

        Assert.Equal(3, Assert.Single(read.Problems).Line);
        Assert.Contains("quote mark", read.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["A-1", "A-3"], read.Rows.Select(row => row.Row.Reference));
    }

    [Fact]
    public async Task A_quote_never_closed_is_reported_where_it_opens()
    {
        var read = await Read<ActionRow>($"{Header}\nA-1,Meet,,,,,,,done\nA-2,\"Meet,,,,,,,done\nA-3,Meet,,,,,,,done\n");

        Assert.Equal(3, Assert.Single(read.Problems).Line);
        Assert.Contains("close it", read.Problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_unknown_and_repeated_columns_are_reported_and_no_row_is_read()
    {
        var read = await Read<ActionRow>(
            "Reference,title,colour,owners,due,starts_at,capacity,independently_facilitated,status,status\nA-1,Meet,red,,,,,,done,done"
        );

        Assert.Equal(
            [
                new(1, "source_section", "This column is missing."),
                new(1, "", "Column 3 is not known."),
                new(1, "status", "This column is there twice."),
            ],
            read.Problems
        );
        Assert.Empty(read.Rows);
    }

    [Fact]
    public async Task A_class_takes_columns_under_their_own_names_and_passes_over_others_when_told_to()
    {
        var read = await Read<SchoolRow>(
            "URN,LA (code),establishment_name\n100279,204,Example School\n100279,204,Example School",
            new() { AllowUnknownColumns = true }
        );

        Assert.Equal((100279, "Example School", null), (read.Rows[0].Row.Urn, read.Rows[0].Row.EstablishmentName, read.Rows[0].Row.Closed));
        Assert.Equal([new ImportProblem(3, "URN", "is already on line 2")], read.Problems);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task A_file_is_read_in_the_encoding_it_is_written_in(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes($"{Header}\nA-1,Café – “Élan”,,,,,,,done");
        using var body = new MemoryStream(mark ? [.. encoding.Preamble, .. bytes] : bytes);

        var read = await CsvImport.Read<ActionRow>(body);

        Assert.Empty(read.Problems);
        Assert.Equal("Café – “Élan”", Assert.Single(read.Rows).Row.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task An_empty_file_is_reported(string text)
    {
        var read = await Read<ActionRow>(text);

        Assert.Equal("The file is empty.", Assert.Single(read.Problems).Reason);
    }

    [Fact]
    public async Task A_file_with_a_header_only_is_good_and_has_no_rows()
    {
        var read = await Read<ActionRow>(Header);

        Assert.True(read.IsGood);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public async Task The_limits_are_kept()
    {
        var rows = string.Concat(Enumerable.Range(1, 10).Select(n => $"A-{n},{new string('x', n * 10)},,,,,,,done\n"));

        var tooMany = await Read<ActionRow>($"{Header}\n{rows}", new() { MaxRows = 4 });
        var tooLong = await Read<ActionRow>($"{Header}\n{rows}", new() { MaxRowLength = 100 });
        var tooLarge = await Read<ActionRow>($"{Header}\n{rows}", new() { MaxBytes = 100 });
        var tooWrong = await Read<ActionRow>($"{Header}\n{rows.Replace("done", "never")}", new() { MaxProblems = 3 });

        Assert.Equal((6, 4), (Assert.Single(tooMany.Problems).Line, tooMany.Rows.Count));
        Assert.Equal([11], tooLong.Problems.Select(problem => problem.Line));
        Assert.Contains("larger than 100 bytes", Assert.Single(tooLarge.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4, 4], tooWrong.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public async Task A_large_file_is_read_whole()
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var row = 0; row < 50_000; row++)
            text.Append("A-").Append(row).Append(",Meet,,a;b,2022-06-13,,,,done\n");

        var read = await Read<ActionRow>(text.ToString());

        Assert.Empty(read.Problems);
        Assert.Equal(50_000, read.Rows.Count);
        Assert.Equal(50_001, read.Rows[^1].Line);
    }

    private static Task<CsvRead<TRow>> Read<TRow>(string text, CsvImportOptions? options = null) =>
        CsvImport.Read<TRow>(new MemoryStream(Encoding.UTF8.GetBytes(text)), options, TestContext.Current.CancellationToken);
}
