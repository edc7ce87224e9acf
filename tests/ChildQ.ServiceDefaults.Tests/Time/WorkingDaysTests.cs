using ChildQ.ServiceDefaults.Time;

namespace ChildQ.ServiceDefaults.Tests.Time;

/// <summary>Against the lists of gov.uk/bank-holidays, England and Wales.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void The_bank_holidays_of_a_year_are_those_published(int year, string expected)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(d => d.Year == year);

        var holidays = days.Where(d => d.IsBankHoliday())
            .Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', holidays));
    }

    [Theory]
    [InlineData("2022-04-14", 1, "2022-04-19")] // over Easter
    [InlineData("2022-05-27", 4, "2022-06-06")] // over the Jubilee
    [InlineData("2022-06-10", 1, "2022-06-13")]
    [InlineData("2022-06-11", 1, "2022-06-13")] // from a Saturday
    [InlineData("2022-06-13", 10, "2022-06-27")]
    [InlineData("2022-06-13", 0, "2022-06-13")]
    [InlineData("2022-12-23", 2, "2022-12-29")] // over Christmas
    public void Working_days_are_counted_from_the_day_after(string from, int count, string expected)
    {
        var day = DateOnly.ParseExact(from, "yyyy-MM-dd");
        var to = DateOnly.ParseExact(expected, "yyyy-MM-dd");

        Assert.Equal(to, day.AddWorkingDays(count));
        Assert.Equal(count, day.WorkingDaysUntil(to));
        Assert.Equal(Math.Max(0, count - 1), day.WorkingDaysUntil(to.AddDays(-1)));
    }

    [Fact]
    public void No_working_day_lies_between_a_day_and_an_earlier_one() =>
        Assert.Equal(0, new DateOnly(2022, 6, 13).WorkingDaysUntil(new(2022, 6, 1)));
}
