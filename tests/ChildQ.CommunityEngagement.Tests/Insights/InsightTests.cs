using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;

namespace ChildQ.CommunityEngagement.Tests.Insights;

/// <summary>The rules of an insight, without a host.</summary>
public sealed class InsightTests
{
    [Fact]
    public void An_insight_is_never_more_open_than_its_activity()
    {
        foreach (var activity in Enum.GetValues<SharingLevel>())
        {
            foreach (var asked in Enum.GetValues<SharingLevel>())
            {
                var insight = A.Insight(asked).Recorded(A.Activity(activity).Recorded());

                Assert.Equal(asked > activity ? asked : activity, insight.Sharing);
                Assert.Empty(insight.Events);
            }
        }
    }

    [Fact]
    public void Without_a_sharing_level_nothing_is_kept()
    {
        Insight.Record(A.Insight() with { Reference = "R", Sharing = null }, activity: null, A.Today).Refused("input/required", "sharing");
    }

    [Fact]
    public void It_closes_with_its_activity_and_opens_with_nothing()
    {
        var insight = A.Insight(SharingLevel.CouncilOnly).Recorded();

        insight.Follow(SharingLevel.Public, "someone");
        Assert.Equal((SharingLevel.CouncilOnly, "someone"), (insight.Sharing, insight.FacilitatedBy));

        insight.Follow(SharingLevel.SafeSpace, facilitatedBy: null);
        Assert.Equal((SharingLevel.SafeSpace, null), (insight.Sharing, insight.FacilitatedBy));
    }

    [Fact]
    public void Correcting_it_into_a_closed_activity_closes_it()
    {
        var insight = A.Insight().Recorded();

        insight.Correct(A.Insight(), A.Activity(SharingLevel.SafeSpace, facilitatedBy: "f").Recorded()).Holds();

        Assert.Equal((SharingLevel.SafeSpace, "f"), (insight.Sharing, insight.FacilitatedBy));
    }

    [Fact]
    public void Nobody_agreed_to_be_quoted_unless_it_is_said()
    {
        Assert.False(A.Insight().Recorded().QuoteConsent);
        Assert.True((A.Insight() with { QuoteConsent = true }).Recorded().QuoteConsent);
    }

    [Fact]
    public void A_row_without_a_word_on_consent_says_where_it_was_published()
    {
        var row = A.Insight() with { Reference = "R" };

        Insight.FromFile(row, activity: null, A.Today).Refused("insight/consent-unknown", "quoteConsent");

        Assert.Null(Insight.FromFile(row with { Source = "2 (lessons learnt)" }, activity: null, A.Today).Value.QuoteConsent);
    }

    [Fact]
    public void A_summary_in_other_words_is_that_of_its_source_no_longer()
    {
        var text = A.Insight() with { Reference = "R", Source = "3" };
        var summary = Insight.FromFile(text, activity: null, A.Today).Value;

        summary.Correct(text with { Group = "Parents" }, activity: null).Holds();
        Assert.Null(summary.QuoteConsent);

        summary.Correct(text with { Text = "What one of them said." }, activity: null).Holds();
        Assert.False(summary.QuoteConsent);
    }

    [Fact]
    public void A_file_does_not_open_what_is_restricted()
    {
        var insight = A.Insight(SharingLevel.CouncilOnly).Recorded();

        insight.Revise(A.Insight() with { QuoteConsent = true }, activity: null).Refused(FileRules.NotOpenedByFile.Type);

        Assert.Equal(SharingLevel.CouncilOnly, insight.Sharing);
    }

    [Fact]
    public void It_is_coded_to_each_theme_once()
    {
        var insight = A.Insight().Recorded();

        insight.Code(["ENG-THE-2", "ENG-THE-1"]).Holds();
        insight.Code(["ENG-THE-2", "ENG-THE-2"]).Refused("list/twice", "themes");

        Assert.Equal(["ENG-THE-1", "ENG-THE-2"], insight.Themes);
    }

    [Fact]
    public void A_correction_that_says_nothing_of_themes_keeps_them()
    {
        var insight = A.Insight(themes: "ENG-THE-1").Recorded();

        insight.Correct(A.Insight() with { Themes = null }, activity: null).Holds();

        Assert.Equal(["ENG-THE-1"], insight.Themes);
    }

    [Fact]
    public void References_are_given_by_chance_so_that_no_gap_tells_of_what_is_not_shown()
    {
        var given = Enumerable.Range(0, 200).Select(_ => RandomReferences.New("ENG-INS")).ToList();

        Assert.All(given, r => Assert.Matches("^ENG-INS-[0-9A-Z]{8}$", r));
        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.NotEqual(given.Order(StringComparer.Ordinal), given);
    }
}
