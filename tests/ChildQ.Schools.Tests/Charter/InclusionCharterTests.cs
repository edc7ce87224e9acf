using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Charter;

namespace ChildQ.Schools.Tests.Charter;

public sealed class InclusionCharterTests
{
    private static readonly DateOnly Today = new(2023, 3, 1);

    [Fact]
    public void It_is_not_adopted_before_each_of_the_five_voices_has_had_input()
    {
        foreach (var silent in InclusionCharter.Voices)
        {
            var charter = InclusionCharter.Of(Registered.OnPaper());
            foreach (var voice in InclusionCharter.Voices.Where(v => v != silent))
            {
                Hear(charter, voice, Today);
            }

            var refused = charter.Reach(new(CharterStage.Adopted, null, null), Registered.On(Today));

            Assert.Equal("charter/voices-missing", refused.Refusal());
            Assert.Contains(silent.ToString().ToLowerInvariant(), refused.Broken[0].Message, StringComparison.Ordinal);
            Assert.Empty(charter.Events);
        }
    }

    [Fact]
    public void With_all_five_heard_it_is_adopted_and_told_to_everyone()
    {
        var charter = InclusionCharter.Of(Registered.OnPaper());
        foreach (var voice in InclusionCharter.Voices)
        {
            Hear(charter, voice, Today);
        }

        Assert.Null(charter.Reach(new(CharterStage.Adopted, null, null), Registered.On(Today)).Refusal());

        var told = Assert.IsType<CharterAdopted>(Assert.Single(charter.Events));
        Assert.Equal((SharingLevel.Public, (DateOnly?)Today), (told.Sharing, told.On));
    }

    [Fact]
    public void Input_given_after_the_day_does_not_count_for_it()
    {
        var charter = InclusionCharter.Of(Registered.OnPaper());
        foreach (var voice in InclusionCharter.Voices)
        {
            Hear(charter, voice, Today);
        }

        var before = Today.AddDays(-1);

        Assert.Equal(
            "charter/voices-missing",
            charter.Reach(new(CharterStage.Adopted, before, null), Registered.On(Today, before)).Refusal()
        );
    }

    [Fact]
    public void A_stage_is_new_not_before_the_last_and_going_back_says_why()
    {
        var charter = InclusionCharter.Of(Registered.OnPaper());
        string? Reach(CharterStage stage, DateOnly on, string? note = null) =>
            charter.Reach(new(stage, on, note), Registered.On(Today, on)).Refusal();

        Assert.Equal("charter/same-stage", Reach(CharterStage.NotStarted, Today, "So it is."));
        Assert.Null(Reach(CharterStage.WorkingTowards, Today.AddDays(-5)));
        Assert.Equal("charter/before-last-stage", Reach(CharterStage.NotStarted, Today.AddDays(-6), "Left off."));
        Assert.Equal("charter/back-without-note", Reach(CharterStage.NotStarted, Today));
        Assert.Equal("act/in-the-future", Reach(CharterStage.NotStarted, Today.AddDays(1), "Will leave off."));
        Assert.Null(Reach(CharterStage.NotStarted, Today, "Left off."));
        Assert.Null(charter.ExpectationMetOn(Today));
    }

    [Theory]
    [InlineData(null, "2023-04-29", CharterExpectation.Awaited, 1)]
    [InlineData(null, "2023-04-30", CharterExpectation.Awaited, 0)]
    [InlineData(null, "2023-05-01", CharterExpectation.Missed, -1)]
    [InlineData("2022-09-01", "2023-05-01", CharterExpectation.Met, 241)]
    [InlineData("2023-05-10", "2023-06-01", CharterExpectation.Met, -10)]
    public void The_distance_to_the_deadline_is_counted_in_days(string? metOn, string asAt, CharterExpectation expectation, int days)
    {
        var distance = CharterDistance.Of(metOn is null ? null : Day(metOn), Day(asAt));

        Assert.Equal((expectation, days, new DateOnly(2023, 4, 30)), (distance.Expectation, distance.Days, distance.Deadline));
    }

    [Fact]
    public void A_metric_has_an_area_a_value_and_a_unit()
    {
        var charter = InclusionCharter.Of(Registered.OnPaper());

        Assert.Equal("charter/metric-value", charter.Measure(new("Attendance", null, "%", null), Registered.On(Today)).Refusal());
        Assert.Equal("input/required", charter.Measure(new("", 93.1m, "%", null), Registered.On(Today)).Refusal());
        Assert.Equal("input/required", charter.Measure(new("Attendance", 93.1m, null, null), Registered.On(Today)).Refusal());
        Assert.Null(charter.Measure(new("Attendance", 93.1m, "%", null), Registered.On(Today)).Refusal());
        Assert.Equal(93.1m, Assert.Single(charter.Metrics).Value);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Hear(InclusionCharter charter, CharterVoice voice, DateOnly on) =>
        Assert.Null(charter.Hear(new(voice, "Wants to be asked.", on), Registered.On(Today, on)).Refusal());
}
