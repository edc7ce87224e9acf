using ChildQ.Contracts.Oversight;
using ChildQ.Oversight.PublicAffairs;

namespace ChildQ.Oversight.Tests.PublicAffairs;

public sealed class PublicAffairTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);
    private static readonly PublicAffairText Letter = new(
        "OVS-PUB-001",
        PublicAffairKind.Letter,
        new(2022, 3, 17),
        "The Mayor",
        "The Home Secretary",
        "Review the law.",
        null,
        AskStatus.Open,
        new(2022, 3, 17),
        null
    );

    [Theory]
    [InlineData(AskStatus.Met)]
    [InlineData(AskStatus.PartlyMet)]
    [InlineData(AskStatus.Refused)]
    public void An_ask_is_answered_only_with_the_answer(AskStatus status) =>
        Assert.Equal(
            "public-affair/no-answer",
            Assert.Single(PublicAffair.Record(Letter with { Status = status }, Today).Outcome.Broken).Type
        );

    [Fact]
    public void An_answer_is_reported_on_the_day_it_is_put_on_record()
    {
        var affair = PublicAffair.Record(Letter, Today).Value;

        Assert.True(affair.Correct(Letter with { Status = AskStatus.Refused, Answer = "Not at this time." }, Today).IsOk);

        var told = Assert.IsType<PublicAffairRecorded>(affair.Events[^1]);
        Assert.Equal((Today, "Refused"), (told.KnownOn, told.Status));
    }

    [Fact]
    public void A_correction_of_the_words_alone_is_not_news()
    {
        var affair = PublicAffair.Record(Letter, Today).Value;

        Assert.True(affair.Correct(Letter with { MadeBy = "The Mayor and Deputy Mayor" }, Today).IsOk);

        Assert.Single(affair.Events);
    }

    [Fact]
    public void A_long_ask_has_a_short_headline()
    {
        var affair = PublicAffair.Record(Letter with { Ask = new string('a', 1900) }, Today).Value;

        Assert.Equal(300, ((PublicAffairRecorded)affair.Events[0]).Headline.Length);
    }
}
