using ChildQ.Contracts;
using ChildQ.Contracts.StaffSupport;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Tests.Sessions;

public sealed class SupportSessionTests
{
    private const string Lead = "lead-1";

    [Fact]
    public void A_scheduled_session_is_told_without_place_audience_or_facilitator()
    {
        var session = SupportSession.Schedule(A.Session(), Lead, A.Today).Value;

        var told = Assert.IsType<SupportSessionScheduled>(Assert.Single(session.Events));
        Assert.Equal((session.Id, "STF-SES-101", new DateOnly(2022, 6, 20)), (told.SourceId, told.Reference, told.On!.Value));
        Assert.Equal((Workstreams.Staff, "Support session for staff: Peer listening circle"), (told.Workstream, told.Headline));
        Assert.DoesNotContain("Room", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("facilitator", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_may_have_no_day_yet()
    {
        var session = SupportSession.Schedule(
            A.Session() with
            {
                StartsOn = null,
                StartsAt = null,
                EndsAt = null,
                Capacity = null,
            },
            Lead,
            A.Today
        );

        Assert.True(session.IsOk);
    }

    [Fact]
    public void A_time_needs_its_day()
    {
        var refused = SupportSession.Schedule(A.Session() with { StartsOn = null }, Lead, A.Today).Outcome;

        Assert.Equal(["session/time-without-day"], Types(refused));
    }

    [Theory]
    [InlineData("14:00")]
    [InlineData("13:59")]
    public void A_session_ends_after_it_starts(string ends)
    {
        var refused = SupportSession
            .Schedule(A.Session() with { EndsAt = TimeOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture) }, Lead, A.Today)
            .Outcome;

        Assert.Equal(["session/ends-before-it-starts"], Types(refused));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5001)]
    public void Capacity_is_a_number_of_places(int capacity) =>
        Assert.Equal(["session/capacity"], Types(SupportSession.Schedule(A.Session() with { Capacity = capacity }, Lead, A.Today).Outcome));

    [Fact]
    public void Whoever_keeps_the_register_cannot_make_themselves_a_facilitator_who_sees_bookings()
    {
        var scheduled = SupportSession.Schedule(A.Session() with { FacilitatorId = Lead }, Lead, A.Today);
        var session = SupportSession.Schedule(A.Session(), Lead, A.Today).Value;

        var corrected = session.Correct(A.Session() with { FacilitatorId = Lead }, Lead, A.Today);

        Assert.Equal(["session/facilitator-is-yourself"], Types(scheduled.Outcome));
        Assert.Equal(["session/facilitator-is-yourself"], Types(corrected));
        Assert.Equal("facilitator-1", session.FacilitatorId);
    }

    [Fact]
    public void A_new_day_is_told_and_a_new_room_is_not()
    {
        var session = SupportSession.Schedule(A.Session(), Lead, A.Today).Value;

        session.Correct(A.Session() with { Place = "Room 102" }, Lead, A.Today);
        Assert.Single(session.Events);
        session.Correct(A.Session() with { StartsOn = new DateOnly(2022, 6, 21) }, Lead, A.Today);

        Assert.Equal(new DateOnly(2022, 6, 21), ((SupportSessionScheduled)session.Events[1]).On);
    }

    [Fact]
    public void A_session_that_is_past_stays_what_and_when_it_was_and_none_is_moved_into_the_past()
    {
        var session = SupportSession.Schedule(A.Session(), Lead, A.Today).Value;
        var after = A.Today.AddDays(30);

        Assert.Equal(
            ["session/moved-to-the-past"],
            Types(session.Correct(A.Session() with { StartsOn = A.Today.AddDays(-1) }, Lead, A.Today))
        );
        Assert.Equal(
            ["session/moved-to-the-past"],
            Types(session.Correct(A.Session() with { StartsOn = null, StartsAt = null, EndsAt = null }, Lead, A.Today))
        );
        Assert.Equal(["session/past"], Types(session.Correct(A.Session() with { StartsOn = after }, Lead, after)));
        Assert.Equal(["session/past"], Types(session.Correct(A.Session() with { Kind = SessionKind.Briefing }, Lead, after)));
        Assert.True(session.Correct(A.Session() with { Title = "Listening circle" }, Lead, after).IsOk);
    }

    [Fact]
    public void A_session_is_cancelled_with_a_reason_once_and_not_when_it_is_over()
    {
        var session = SupportSession.Schedule(A.Session(), Lead, A.Today).Value;

        Assert.Equal(["session/over"], Types(session.Cancel("Ill", A.Today.AddDays(7))));
        Assert.Equal(["input/required"], Types(session.Cancel(" ", A.Today)));
        Assert.True(session.Cancel("The room is flooded", A.Today).IsOk);
        var told = Assert.Single(session.Events.OfType<SupportSessionCancelled>());
        Assert.DoesNotContain("flooded", told.Headline, StringComparison.Ordinal);
        Assert.Equal(["session/already-cancelled"], Types(session.Cancel("Again", A.Today)));
        Assert.Equal(["session/cancelled"], Types(session.Correct(A.Session(), Lead, A.Today)));
    }

    [Theory]
    [InlineData(5, 0, Places.Available)]
    [InlineData(5, 4, Places.Available)]
    [InlineData(5, 5, Places.Full)]
    [InlineData(5, 9, Places.Full)]
    [InlineData(4, 0, Places.Ask)]
    [InlineData(4, 4, Places.Ask)]
    [InlineData(1, 1, Places.Ask)]
    public void Places_never_tell_a_small_number(int capacity, int taken, Places expected)
    {
        var session = SupportSession.Schedule(A.Session() with { Capacity = capacity }, Lead, A.Today).Value;

        Assert.Equal(expected, SessionShown.PlacesOf(session, taken, A.Today.ToDateTime(new(10, 0)), SmallNumbers.Default));
    }

    [Fact]
    public void A_higher_threshold_keeps_larger_sessions_from_telling()
    {
        var session = SupportSession.Schedule(A.Session() with { Capacity = 9 }, Lead, A.Today).Value;
        var small = new SmallNumbers(new SuppressionOptions { Threshold = 10 });

        Assert.Equal(Places.Ask, SessionShown.PlacesOf(session, 9, A.Today.ToDateTime(new(10, 0)), small));
    }

    private static IEnumerable<string> Types(Result refused) => refused.Broken.Select(b => b.Type);
}
