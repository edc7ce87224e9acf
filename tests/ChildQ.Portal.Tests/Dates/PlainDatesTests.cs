using ChildQ.Portal.Dates;

namespace ChildQ.Portal.Tests.Dates;

public sealed class PlainDatesTests
{
    [Fact]
    public void A_date_is_written_out() => Assert.Equal("14 March 2022", new DateOnly(2022, 3, 14).InWords());

    [Fact]
    public void An_unknown_date_is_not_invented() => Assert.Equal("Not stated", ((DateOnly?)null).InWords());

    [Fact]
    public void An_instant_is_shown_in_London_time_in_summer_and_in_winter()
    {
        var summer = new DateTimeOffset(2022, 6, 13, 23, 30, 0, TimeSpan.Zero);
        var winter = new DateTimeOffset(2022, 3, 14, 15, 0, 0, TimeSpan.Zero);

        Assert.Equal("14 June 2022 at 12:30am", summer.InWords());
        Assert.Equal("14 March 2022 at 3pm", winter.InWords());
    }
}
