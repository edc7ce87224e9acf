using ChildQ.CommunityEngagement.Activities;
using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;

namespace ChildQ.CommunityEngagement.Tests.Activities;

/// <summary>The rules of an activity, without a host.</summary>
public sealed class ActivityTests
{
    [Theory]
    [InlineData(SharingLevel.Public)]
    [InlineData(SharingLevel.Partners)]
    public void An_open_activity_is_told_with_its_sharing_level_and_its_page(SharingLevel sharing)
    {
        var activity = A.Activity(sharing).Recorded();

        var told = activity.Told<ActivityRecorded>();

        Assert.Equal((sharing, Workstreams.CommunityEngagement), (told.Sharing, told.Workstream));
        Assert.Equal($"/community-engagement/activities/{activity.Id}", told.Path);
        Assert.Equal("Engagement activity held: Workshop about the shared plan", told.Headline);
    }

    [Theory]
    [InlineData(SharingLevel.CouncilOnly)]
    [InlineData(SharingLevel.SafeSpace)]
    public void A_restricted_activity_is_never_told(SharingLevel sharing)
    {
        var activity = A.Activity(sharing).Planned().Recorded();

        activity.Hold(new DateOnly(2022, 6, 10), independentlyFacilitated: true, A.Today).Holds();
        activity.Correct(A.Activity(sharing) with { Title = "Another title" }, A.Today).Holds();

        Assert.Empty(activity.Events);
    }

    [Fact]
    public void Opening_a_restricted_activity_tells_it()
    {
        var activity = A.Activity(SharingLevel.CouncilOnly).Recorded();

        activity.Correct(A.Activity(SharingLevel.Partners), A.Today).Holds();

        Assert.Equal(SharingLevel.Partners, activity.Told<ActivityRecorded>().Sharing);
    }

    [Theory]
    [InlineData(SharingLevel.Public, SharingLevel.Partners)]
    [InlineData(SharingLevel.Partners, SharingLevel.SafeSpace)]
    public void What_others_have_been_told_of_is_not_closed(SharingLevel told, SharingLevel asked)
    {
        var activity = A.Activity(told).Recorded();

        activity.Correct(A.Activity(asked), A.Today).Refused("sharing/already-told", "sharing");

        Assert.Equal(told, activity.Sharing);
    }

    [Fact]
    public void A_restricted_activity_may_be_closed_further()
    {
        var activity = A.Activity(SharingLevel.CouncilOnly).Recorded();

        activity.Correct(A.Activity(SharingLevel.SafeSpace), A.Today).Holds();

        Assert.Equal(SharingLevel.SafeSpace, activity.Sharing);
    }

    [Fact]
    public void The_sharing_level_the_kind_and_a_title_must_be_said()
    {
        var made = Activity.Record(A.Activity() with { Reference = "R", Sharing = null, Kind = null, Title = " " }, A.Today);

        made.Refused("input/required", "sharing");
        made.Refused("input/required", "kind");
        made.Refused("input/required", "title");
    }

    [Fact]
    public void The_date_who_led_it_and_whether_it_was_independent_may_be_unknown()
    {
        var text = A.Activity() with { Reference = "R", On = null, LedBy = null, IndependentlyFacilitated = null };

        Assert.True(Activity.Record(text, A.Today).IsOk);
    }

    [Fact]
    public void What_was_held_cannot_lie_in_the_future()
    {
        var planned = A.Activity().Planned(A.Today.AddDays(1)).Recorded();

        planned.Hold(on: null, independentlyFacilitated: null, A.Today).Refused("activity/in-the-future", "on");
        Activity.Record(A.Activity() with { Reference = "R", On = A.Today.AddDays(1) }, A.Today).Refused("activity/in-the-future", "on");

        Assert.Equal(ActivityStatus.Planned, planned.Status);
    }

    [Fact]
    public void Held_is_recorded_once_and_not_rewritten()
    {
        var activity = A.Activity().Planned().Recorded();
        activity.Correct(A.Activity(), A.Today).Refused("activity/status", "status");
        activity.Hold(A.Today, independentlyFacilitated: null, A.Today).Holds();

        activity.Hold(A.Today, independentlyFacilitated: null, A.Today).Refused("activity/held-already");
    }

    [Fact]
    public void As_at_an_earlier_date_it_is_as_it_was_planned()
    {
        var planned = new DateOnly(2022, 6, 5);
        var activity = (A.Activity().Planned(planned) with { KnownOn = new DateOnly(2022, 6, 1) }).Recorded();

        activity.Hold(new DateOnly(2022, 6, 8), independentlyFacilitated: null, A.Today).Holds();

        Assert.False(activity.WasHeld(new DateOnly(2022, 6, 7)));
        Assert.Equal(planned, activity.OnAsAt(new DateOnly(2022, 6, 7)));
        Assert.True(activity.WasHeld(new DateOnly(2022, 6, 8)));
        Assert.Equal(new DateOnly(2022, 6, 8), activity.OnAsAt(new DateOnly(2022, 6, 8)));
    }
}
