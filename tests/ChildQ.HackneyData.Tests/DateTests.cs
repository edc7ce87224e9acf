using System.Globalization;

namespace ChildQ.HackneyData.Tests;

/// <summary>Nothing is dated that the report does not date, and nothing is known before it could be.</summary>
public sealed class DateTests
{
    private static readonly DateOnly Published = new(2022, 3, 14);
    private static readonly DateOnly Report = new(2022, 6, 13);
    private static readonly DateOnly Furthest = new(2023, 4, 30);
    private static readonly string[] DateColumns =
    [
        "on",
        "established_on",
        "ended_on",
        "reply_due",
        "start",
        "due",
        "status_on",
        "starts_on",
        "interim_on",
        "known_on",
    ];

    [Fact]
    public void Every_date_is_written_year_month_day_and_lies_between_the_reviews_publication_and_the_charters_due_date()
    {
        var dates = Cells().ToList();

        Assert.All(
            dates,
            cell =>
            {
                Assert.True(
                    DateOnly.TryParseExact(cell.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date),
                    $"{cell}"
                );
                Assert.InRange(date, Published, Furthest);
            }
        );
        Assert.True(dates.Count > June2022Files.Rows.Count());
    }

    [Fact]
    public void What_has_happened_lies_on_or_before_the_reports_date_and_what_is_planned_does_not()
    {
        Assert.All(June2022Files.Rows.Where(r => r.ContainsKey("status_on")), r => Assert.True((r.Date("status_on") ?? Report) <= Report));
        Assert.All(June2022Files.Of("police-action-plan/letters").Rows, r => Assert.True((r.Date("on") ?? Report) <= Report));
        Assert.All(
            June2022Files
                .Of("police-action-plan/meetings")
                .Rows.Concat(June2022Files.Of("community-engagement/activities").Rows)
                .Concat(June2022Files.Of("schools/training").Rows),
            r =>
                Assert.True(r["status"] == "held" ? (r.Date("on") ?? Report) <= Report : (r.Date("on") ?? Report) >= Report, r["reference"])
        );
        Assert.All(
            June2022Files.Rows.Where(r => r.ContainsKey("due") && r.ContainsKey("status_on") && r["status"] is "planned" or "not started"),
            r => Assert.True((r.Date("due") ?? Report) >= Report, r["reference"])
        );
    }

    [Fact]
    public void A_row_is_known_from_its_own_date_or_else_from_the_report()
    {
        foreach (var file in June2022Files.All)
        {
            Assert.All(
                file.Rows,
                row =>
                {
                    var effective = Effective(file.Name, row);
                    var expected = effective is { } date && date <= Report ? date : Report;
                    Assert.True(row.Date("known_on") == expected, $"{row["reference"]} is known from {row["known_on"]}, not {expected:O}");
                }
            );
        }
    }

    [Fact]
    public void As_at_1_April_2022_nothing_later_is_known()
    {
        var known = June2022Files.Rows.Where(r => r.Date("known_on") <= new DateOnly(2022, 4, 1)).ToList();

        Assert.All(known, r => Assert.True(Effective(r) <= new DateOnly(2022, 4, 1), r["reference"]));
        Assert.Contains(known, r => r["reference"] == "PAP-LET-003");
        Assert.DoesNotContain(known, r => r["reference"] is "PAP-MEE-001" or "OVS-PUB-009" or "ENG-ACT-001");
    }

    [Theory]
    [InlineData("2022-03-14", "OVS-MIL-001", "on")]
    [InlineData("2022-03-17", "PAP-LET-001", "on")]
    [InlineData("2022-03-17", "OVS-PUB-001", "on")]
    [InlineData("2022-03-18", "SCH-TRA-001", "on")]
    [InlineData("2022-03-31", "PAP-LET-002", "on")]
    [InlineData("2022-03-31", "PAP-LET-001", "reply_due")]
    [InlineData("2022-04-01", "PAP-LET-003", "on")]
    [InlineData("2022-04-30", "PAP-BOD-001", "ended_on")]
    [InlineData("2022-05-09", "ENG-ACT-013", "on")]
    [InlineData("2022-05-12", "STF-STP-011", "status_on")]
    [InlineData("2022-05-20", "OVS-PUB-009", "on")]
    [InlineData("2022-05-27", "PAP-MEE-001", "on")]
    [InlineData("2022-06-13", "PAP-MEE-009", "on")]
    [InlineData("2022-06-15", "PAP-MEE-002", "on")]
    [InlineData("2022-06-24", "PAP-MEE-003", "on")]
    [InlineData("2022-07-01", "SCH-TRA-002", "on")]
    [InlineData("2022-08-31", "PAP-PRO-001", "due")]
    [InlineData("2022-08-31", "PAP-ACT-013", "due")]
    [InlineData("2022-12-31", "OVS-STP-001", "due")]
    [InlineData("2023-04-30", "SCH-STP-035", "due")]
    public void Every_day_the_report_gives_is_held(string day, string reference, string column)
    {
        Assert.Equal(day, June2022Files.Rows.Single(r => r["reference"] == reference)[column]);
    }

    [Theory]
    [InlineData("May/June 2022")]
    [InlineData("Autumn 2022")]
    [InlineData("during Autumn term 2022")]
    [InlineData("June / July 2022")]
    [InlineData("by April 2023")]
    [InlineData("due in December 2022")]
    [InlineData("late May")]
    [InlineData("early June")]
    public void Dates_the_report_gives_in_words_stay_words(string words)
    {
        Assert.Contains(June2022Files.Rows, r => r.GetValueOrDefault("due_text") == words || r.GetValueOrDefault("on_text") == words);
    }

    private static IEnumerable<KeyValuePair<string, string>> Cells() =>
        June2022Files.Rows.SelectMany(r =>
            r.Where(cell => DateColumns.Contains(cell.Key, StringComparer.Ordinal) && cell.Value.Length > 0)
        );

    private static DateOnly? Effective(IReadOnlyDictionary<string, string> row) =>
        Effective(June2022Files.All.Single(f => f.Rows.Contains(row)).Name, row);

    private static DateOnly? Effective(string register, IReadOnlyDictionary<string, string> row) =>
        register switch
        {
            "oversight/findings" or "oversight/recommendations" => Published,
            "police-action-plan/bodies" => row.Date("established_on") ?? FirstHeldMeeting(row["reference"]),
            "police-action-plan/asks" or "police-action-plan/commitments" => LetterOf(row),
            "police-action-plan/protocols" => row.Date("interim_on"),
            _ when row.ContainsKey("status_on") => row.Date("status_on"),
            _ when row.ContainsKey("on") => row.Date("on"),
            _ => null,
        };

    private static DateOnly? FirstHeldMeeting(string body) =>
        June2022Files.Of("police-action-plan/meetings").Rows.Where(m => m["body"] == body && m["status"] == "held").Min(m => m.Date("on"));

    private static DateOnly? LetterOf(IReadOnlyDictionary<string, string> row) =>
        June2022Files.Of("police-action-plan/letters").Rows.SingleOrDefault(l => l["reference"] == row["letter"])?.Date("on");
}
