using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;

namespace ChildQ.Schools.Tests.PoliceVisits;

public sealed class SafeguardRulesTests
{
    [Fact]
    public void A_search_with_every_safeguard_lacks_none() => Assert.Empty(SafeguardRules.MissingFrom(SearchDetails.Of(A.Search())));

    [Theory]
    [InlineData(Safeguard.AppropriateAdult)]
    [InlineData(Safeguard.ParentInformedBefore)]
    [InlineData(Safeguard.SeniorOfficer)]
    [InlineData(Safeguard.SafeguardingLead)]
    public void A_safeguard_that_was_not_there_or_is_not_known_is_missing(Safeguard safeguard)
    {
        foreach (var answer in new Known?[] { Known.No, Known.NotKnown, null })
        {
            Assert.Equal([safeguard], SafeguardRules.MissingFrom(SearchDetails.Of(A.Search().With(safeguard, answer))));
        }
    }

    [Fact]
    public void A_search_of_which_nothing_is_known_lacks_all_four() =>
        Assert.Equal(
            [Safeguard.AppropriateAdult, Safeguard.ParentInformedBefore, Safeguard.SeniorOfficer, Safeguard.SafeguardingLead],
            SafeguardRules.MissingFrom(
                SearchDetails.Of(new(null, null, null, null, null, null, null, null, null, null, null, null, null, null))
            )
        );

    [Fact]
    public void A_senior_police_officer_is_not_asked_for_where_school_staff_searched()
    {
        var staff = A.Search() with { By = SearchedBy.SchoolStaff, Kind = SearchKind.OuterClothing, SeniorOfficer = Known.No };

        Assert.Empty(SafeguardRules.MissingFrom(SearchDetails.Of(staff)));
    }

    [Theory]
    [InlineData(SearchedBy.SchoolStaff, SearchKind.MoreThorough, true)]
    [InlineData(SearchedBy.SchoolStaff, SearchKind.ExposingIntimateParts, true)]
    [InlineData(SearchedBy.SchoolStaff, SearchKind.NotKnown, true)]
    [InlineData(SearchedBy.SchoolStaff, SearchKind.OuterClothing, false)]
    [InlineData(SearchedBy.Police, SearchKind.ExposingIntimateParts, false)]
    [InlineData(SearchedBy.Police, SearchKind.Intimate, true)]
    public void Powers_end_at_outer_clothing_for_staff_and_before_intimate_searches_for_all(SearchedBy by, SearchKind kind, bool beyond)
    {
        var missing = SafeguardRules.MissingFrom(SearchDetails.Of(A.Search() with { By = by, Kind = kind }));

        Assert.Equal(beyond, missing.Contains(Safeguard.WithinPowers));
    }

    [Fact]
    public void Every_safeguard_says_what_it_rests_on()
    {
        Assert.Equal(Enum.GetValues<Safeguard>(), SafeguardRules.All.Select(r => r.Safeguard));
        Assert.All(SafeguardRules.All, r => Assert.Matches("DfE|PACE", r.Source));
    }

    [Fact]
    public void Each_ethnic_group_of_the_census_is_in_its_high_level_group()
    {
        var sizes = Enum.GetValues<EthnicGroup>().GroupBy(g => g.Broad()).ToDictionary(g => g.Key, g => g.Count());

        // Census of 2021: 5 Asian, 3 black, 4 mixed, 5 white and 2 other groups.
        Assert.Equal((5, 3, 4), (sizes[BroadEthnicGroup.Asian], sizes[BroadEthnicGroup.Black], sizes[BroadEthnicGroup.Mixed]));
        Assert.Equal((5, 2, 1), (sizes[BroadEthnicGroup.White], sizes[BroadEthnicGroup.Other], sizes[BroadEthnicGroup.NotKnown]));
        Assert.Equal(BroadEthnicGroup.Black, EthnicGroup.Caribbean.Broad());
        Assert.Equal(BroadEthnicGroup.White, EthnicGroup.Roma.Broad());
        Assert.Equal(BroadEthnicGroup.Other, EthnicGroup.Arab.Broad());
    }

    [Fact]
    public void The_three_terms_of_a_school_year_meet_without_a_gap()
    {
        var autumn = new SchoolTerm(2021, Term.Autumn);
        var spring = new SchoolTerm(2021, Term.Spring);
        var summer = new SchoolTerm(2021, Term.Summer);

        Assert.Equal((new DateOnly(2021, 9, 1), spring.First, summer.First), (autumn.First, autumn.End, spring.End));
        Assert.Equal(new SchoolTerm(2022, Term.Autumn).First, summer.End);
        Assert.Equal("Spring term 2021/22", spring.ToString());
    }
}
