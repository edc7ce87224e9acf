using ChildQ.CommunityEngagement.Themes;
using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.CommunityEngagement.Tests.Themes;

/// <summary>The rules of a theme and of its evidence, without a host.</summary>
public sealed class ThemeTests
{
    private const int Threshold = 5;

    [Fact]
    public void A_theme_is_not_part_of_itself()
    {
        Theme.Record(A.Theme("ENG-THE-1", "ENG-THE-1"), A.Today).Refused("theme/circle", "parent");
    }

    [Fact]
    public void Evidence_is_told_when_it_reaches_the_threshold_and_when_it_grows()
    {
        var theme = A.Theme("ENG-THE-1").Recorded();
        var evidence = ThemeEvidence.Of(theme.Reference, SharingLevel.Partners);

        evidence.Count(theme, 4, Threshold, A.Today);
        Assert.Empty(evidence.Events);

        evidence.Count(theme, 5, Threshold, A.Today);
        evidence.Count(theme, 5, Threshold, A.Today);
        evidence.Count(theme, 6, Threshold, A.Today);

        Assert.Equal([5, 6], evidence.Events.Cast<ThemeEvidenceCounted>().Select(e => e.Insights));
        Assert.All(evidence.Events.Cast<ThemeEvidenceCounted>(), e => Assert.Equal(SharingLevel.Partners, e.Sharing));
    }

    [Fact]
    public void Evidence_that_sinks_below_the_threshold_is_told_without_its_number()
    {
        var theme = A.Theme("ENG-THE-1").Recorded();
        var evidence = ThemeEvidence.Of(theme.Reference, SharingLevel.Public);

        evidence.Count(theme, 5, Threshold, A.Today);
        evidence.Count(theme, 3, Threshold, A.Today);
        evidence.Count(theme, 2, Threshold, A.Today);

        Assert.Equal([5, null], evidence.Events.Cast<ThemeEvidenceCounted>().Select(e => e.Insights));
    }

    [Theory]
    [InlineData(SharingLevel.CouncilOnly)]
    [InlineData(SharingLevel.SafeSpace)]
    public void No_evidence_is_told_to_a_restricted_audience(SharingLevel audience)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ThemeEvidence.Of("ENG-THE-1", audience));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(4, 4, null)]
    [InlineData(7, 7, 7)]
    [InlineData(7, 6, null)]
    [InlineData(9, 5, null)]
    [InlineData(10, 5, 10)]
    [InlineData(5, 0, 5)]
    public void A_count_is_shown_where_neither_it_nor_the_part_that_its_reader_may_not_list_is_small(int counted, int read, int? shown)
    {
        Assert.Equal(shown, ThemeCounts.Shown(counted, read, SmallNumbers.Default).Value);
    }
}
