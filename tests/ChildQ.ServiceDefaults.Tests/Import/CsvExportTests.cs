using System.Text;
using ChildQ.ServiceDefaults.Import;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChildQ.ServiceDefaults.Tests.Import;

public sealed class CsvExportTests
{
    private sealed record Line(
        string Reference,
        string? Text,
        string[] Parts,
        DateOnly? On,
        TimeOnly? At,
        int? Number,
        bool? Yes,
        Status Status
    );

    [Fact]
    public async Task Rows_are_written_as_they_are_read()
    {
        var text = await Write(
            new Line("A-1", "He said \"no\",\nthen left", ["a", "b"], new(2022, 6, 13), new(9, 5), -5, true, Status.UnderWay),
            new Line("A-2", null, [], null, null, null, null, Status.Done)
        );

        Assert.Equal(
            "\uFEFFreference,text,parts,on,at,number,yes,status\r\nA-1,\"He said \"\"no\"\",\nthen left\",a;b,2022-06-13,09:05,-5,true,under way\r\nA-2,,,,,,,done\r\n",
            text
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 is a country code")]
    [InlineData("-a list item")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    public async Task No_cell_begins_as_a_formula(string dangerous)
    {
        var text = await Write(new Line("A-1", dangerous, [dangerous], null, null, null, null, Status.Done));

        var cells = text.Split("\r\n")[1];
        Assert.Contains($"'{dangerous}", cells, StringComparison.Ordinal);
        Assert.DoesNotContain($",{dangerous}", cells, StringComparison.Ordinal);
        Assert.DoesNotContain($",\"{dangerous}", cells, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        var random = new Random(13062022);
        const string Alphabet = "=+-@'\",;é a1\n\t\r";
        var lines = Enumerable
            .Range(0, 2_000)
            .Select(n => new Line($"A-{n}", Text(), [], null, null, random.Next(-9, 9), null, Status.NotStarted))
            .ToArray();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await Write(lines)));

        var read = await CsvImport.Read<Line>(file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(read.Problems);
        Assert.Equal(
            lines.Select(line => (line.Reference, line.Text, line.Number)),
            read.Rows.Select(row => (row.Row.Reference, row.Row.Text, row.Row.Number))
        );

        string? Text() =>
            string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)])).Trim()
                is { Length: > 0 } text
                ? text
                : null;
    }

    [Fact]
    public async Task An_endpoint_answers_with_a_file()
    {
        var http = new DefaultHttpContext();
        http.Response.Body = new MemoryStream();

        await CsvExport.Of(Rows(new Line("A-1", "x", [], null, null, null, null, Status.Done)), "actions.csv").ExecuteAsync(http);

        Assert.Equal("text/csv; charset=utf-8; header=present", http.Response.ContentType);
        Assert.Equal("attachment; filename=actions.csv; filename*=UTF-8''actions.csv", http.Response.Headers.ContentDisposition);
        Assert.StartsWith(
            "\uFEFFreference,",
            Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_report_without_problems_is_200_and_with_them_422()
    {
        var good = new ImportReport(DryRun: true, 3, 1, 1, 1, []);
        var bad = ImportReport.Refused(dryRun: false, 3, [new(2, "due", "must be a date")]);

        Assert.Same(good, Assert.IsType<Ok<ImportReport>>(good.ToHttpResult().Result).Value);
        var problem = Assert.IsType<ProblemHttpResult>(bad.ToHttpResult().Result);
        Assert.Equal((422, "import/rows-refused"), (problem.StatusCode, problem.ProblemDetails.Type));
        Assert.Same(bad.Problems, problem.ProblemDetails.Extensions["problems"]);
    }

    private static async Task<string> Write(params Line[] lines)
    {
        using var stream = new MemoryStream();
        await CsvExport.Write(stream, Rows(lines), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async IAsyncEnumerable<Line> Rows(params Line[] lines)
    {
        foreach (var line in lines)
        {
            await Task.Yield();
            yield return line;
        }
    }
}
