using ChildQ.Contracts.Schools;
using ChildQ.Schools.PoliceVisits;

namespace ChildQ.Schools.Tests.PoliceVisits;

public sealed class ConcernTests
{
    private static readonly DateOnly Friday = new(2022, 6, 17);
    private static readonly DateTimeOffset Now = new(2022, 6, 17, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_to_be_taken_up_by_the_next_working_day_and_overdue_after_it()
    {
        var concern = Raised();

        Assert.Equal(new DateOnly(2022, 6, 20), concern.TakeUpBy);
        Assert.False(concern.IsOverdue(new DateOnly(2022, 6, 20)));
        Assert.True(concern.IsOverdue(new DateOnly(2022, 6, 21)));
    }

    [Fact]
    public void Taken_up_it_is_no_longer_overdue_but_as_at_the_day_before_it_still_is()
    {
        var concern = Raised();
        concern.Take("handler", new DateOnly(2022, 6, 22), Now);

        Assert.False(concern.IsOverdue(new DateOnly(2022, 6, 22)));
        Assert.True(concern.IsOverdue(new DateOnly(2022, 6, 21)));
    }

    [Fact]
    public void Oversight_is_told_of_a_delay_once()
    {
        var concern = Raised();
        concern.TellDelay(new DateOnly(2022, 6, 20));
        concern.TellDelay(new DateOnly(2022, 6, 21));
        concern.TellDelay(new DateOnly(2022, 6, 22));

        Assert.Single(concern.Events.OfType<SearchConcernDelayed>());
    }

    [Fact]
    public void It_is_taken_up_once_then_handled_then_closed_with_what_was_learned()
    {
        var concern = Raised();

        Assert.Equal("concern/not-taken-up", concern.Add("Spoke to the school.", null, "handler", Friday, Now).Broken[0].Type);
        Assert.True(concern.Take("handler", Friday, Now).IsOk);
        Assert.Equal("concern/already-taken-up", concern.Take("other", Friday, Now).Broken[0].Type);
        Assert.Equal(
            "concern/no-step",
            concern.Close(ConcernOutcome.LearningForTheSchool, "Call the lead first.", Friday, Now).Broken[0].Type
        );
        Assert.Equal("concern/step-in-the-future", concern.Add("Later.", Friday.AddDays(1), "handler", Friday, Now).Broken[0].Type);
        Assert.Equal("concern/step-before-raised", concern.Add("Earlier.", Friday.AddDays(-1), "handler", Friday, Now).Broken[0].Type);
        Assert.True(concern.Add("Spoke to the school.", null, "handler", Friday, Now).IsOk);
        Assert.Equal("input/required", concern.Close(null, "Learned.", Friday, Now).Broken[0].Type);
        Assert.Equal("input/required", concern.Close(ConcernOutcome.LearningForTheSchool, " ", Friday, Now).Broken[0].Type);
        Assert.True(concern.Close(ConcernOutcome.LearningForTheSchool, "Call the lead first.", Friday, Now).IsOk);
        Assert.Equal("concern/closed", concern.Add("More.", null, "handler", Friday, Now).Broken[0].Type);
        Assert.Equal(ConcernState.Closed, concern.StateAsAt(Friday));
    }

    [Fact]
    public void What_is_told_holds_the_month_and_the_safeguards_and_nothing_else_of_the_search()
    {
        var told = Assert.Single(Raised().Events.OfType<SearchConcernRaised>());

        Assert.Equal((new DateOnly(2022, 6, 1), "2022-06"), (told.On, told.Month));
        Assert.Equal(["appropriateAdult"], told.Missing);
        Assert.Equal("A search in a school in June 2022 lacked, or is not known to have had: an appropriate adult", told.Headline);
        Assert.Null(told.Path);
    }

    [Fact]
    public void A_correction_that_shows_more_missing_widens_it_and_one_that_shows_less_does_not_narrow_it()
    {
        var concern = Raised();
        concern.Widen([Safeguard.AppropriateAdult], Friday, Now);
        concern.Widen([Safeguard.SafeguardingLead], Friday, Now);

        Assert.Equal([Safeguard.AppropriateAdult, Safeguard.SafeguardingLead], concern.Missing);
        Assert.Equal(2, concern.Events.OfType<SearchConcernRaised>().Count());
    }

    private static Concern Raised()
    {
        var visit = Visit.Record(100_001, A.Visit() with { On = new DateOnly(2022, 6, 15) }, Friday, Now).Value;
        var search = Search.Record(visit, A.Search().With(Safeguard.AppropriateAdult, null), Friday, Now).Value;
        return Concern.Raise(search, search.Missing, Friday, Now);
    }
}
