using ChildQ.Contracts.Oversight;
using ChildQ.Oversight.Recommendations;

namespace ChildQ.Oversight.Tests.Recommendations;

public sealed class RecommendationTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);
    private static readonly RecommendationText ToBeEntered = new(
        "OVS-REC-001",
        1,
        "text to be entered from the published review",
        false,
        [],
        new(2022, 3, 14),
        "1"
    );

    [Fact]
    public void A_recommendation_on_record_is_reported_as_known_from_its_date()
    {
        var recommendation = Recommendation.Record(ToBeEntered, Today).Value;

        var told = Assert.IsType<RecommendationRecorded>(Assert.Single(recommendation.Events));
        Assert.Equal(new DateOnly(2022, 3, 14), told.KnownOn);
    }

    [Fact]
    public void Entering_its_text_is_reported_once()
    {
        var recommendation = Recommendation.Record(ToBeEntered, Today).Value;
        var entered = ToBeEntered with { Text = "The review's own words.", TextEntered = true };

        Assert.True(recommendation.Correct(entered, Today).IsOk);
        Assert.True(recommendation.Correct(entered with { Text = "The review's own words, a slip put right." }, Today).IsOk);

        Assert.Equal(2, recommendation.Events.Count);
    }

    [Fact]
    public void Text_that_was_entered_is_not_taken_out()
    {
        var recommendation = Recommendation.Record(ToBeEntered with { TextEntered = true }, Today).Value;

        var refused = recommendation.Correct(ToBeEntered, Today);

        Assert.Equal("recommendation/text-entered", Assert.Single(refused.Broken).Type);
        Assert.True(recommendation.TextEntered);
    }

    [Theory]
    [InlineData(null, "recommendation/number")]
    [InlineData(0, "recommendation/number")]
    public void It_has_the_number_that_the_review_gave_it(int? number, string type) =>
        Assert.Equal(type, Assert.Single(Recommendation.Record(ToBeEntered with { Number = number }, Today).Outcome.Broken).Type);

    [Fact]
    public void Its_reference_stays()
    {
        var recommendation = Recommendation.Record(ToBeEntered, Today).Value;

        Assert.Equal(
            "reference/fixed",
            Assert.Single(recommendation.Correct(ToBeEntered with { Reference = "OVS-REC-099" }, Today).Broken).Type
        );
    }

    [Fact]
    public void It_cannot_be_known_only_from_a_later_day() =>
        Assert.Equal(
            "known-on/in-the-future",
            Assert.Single(Recommendation.Record(ToBeEntered with { KnownOn = Today.AddDays(1) }, Today).Outcome.Broken).Type
        );
}
