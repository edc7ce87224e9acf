using System.Globalization;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Steps;

namespace ChildQ.HackneyData.Tests;

/// <summary>The steps, which four services share, pass the importer and the rules of those services.</summary>
public sealed class StepImportTests
{
    private static readonly DateOnly Today = new(2022, 6, 13);

    public static TheoryData<string> Services { get; } = ["oversight", "schools", "staff-support", "community-engagement"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Steps_are_read_and_planned_without_a_problem(string service)
    {
        var file = June2022Files.Of($"{service}/steps");
        await using var stream = File.OpenRead(file.Register.File);

        var read = await CsvImport.Read<StepRow>(stream, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(read.Problems);
        Assert.Equal(file.Rows.Count, read.Rows.Count);
        Assert.All(
            read.Rows,
            row => Assert.Empty(Step.Plan(TextOf(row.Row), Today).Outcome.Broken.Select(b => $"{row.Line} {b.Field}: {b.Message}"))
        );
    }

    [Fact]
    public async Task What_the_report_dates_reaches_the_step_as_a_date()
    {
        await using var stream = File.OpenRead(June2022Files.Of("schools/steps").Register.File);

        var read = await CsvImport.Read<StepRow>(stream, cancellationToken: TestContext.Current.CancellationToken);

        var charter = Assert.Single(read.Rows, r => r.Row.DueText == "by April 2023").Row;
        Assert.Equal((StepKind.Charter, StepStatus.Planned), (charter.Kind, charter.Status));
        Assert.Equal("2023-04-30", charter.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static StepText TextOf(StepRow row) =>
        new(
            row.Reference,
            row.Workstream,
            row.Section,
            row.Kind,
            row.Title,
            row.Detail,
            row.Owner,
            row.Due,
            row.DueText,
            row.KnownOn,
            row.SourceSection
        );
}
