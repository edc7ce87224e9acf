using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Meetings;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly DateOnly Later = new(2022, 6, 27);

    [Fact]
    public void A_meeting_is_planned_unless_said()
    {
        var meeting = Record(A.Meeting());

        Assert.Equal(MeetingStatus.Planned, meeting.Status);
        Assert.Equal("Meeting planned: Asked to ratify the plan", meeting.Told<MeetingRecorded>().Headline);
    }

    [Fact]
    public void A_meeting_stands_in_the_workstream_of_its_body() =>
        Assert.Equal(Workstreams.Schools, Meeting.Record(A.Meeting(), Workstreams.Schools, Today).Value.Told<MeetingRecorded>().Workstream);

    [Fact]
    public void A_meeting_needs_a_title() =>
        Meeting.Record(A.Meeting() with { Title = null }, null, Today).Refused("input/required", "title");

    [Fact]
    public void A_planned_meeting_has_no_outcome() =>
        Meeting.Record(A.Meeting() with { Outcome = "Ratified." }, null, Today).Refused("meeting/outcome-before-held", "outcome");

    [Fact]
    public void A_meeting_that_was_held_does_not_lie_in_the_future()
    {
        Meeting.Record(A.Meeting() with { Status = MeetingStatus.Held }, null, Today).Refused("meeting/in-the-future", "on");
        Record(A.Meeting()).Hold(Later, null, null, null, Today).Refused("meeting/in-the-future", "on");
        Record(A.Meeting()).Hold(null, null, null, null, Today).Refused("meeting/in-the-future", "on");
    }

    [Fact]
    public void A_meeting_is_held_once()
    {
        var meeting = Record(A.Meeting());
        meeting.Hold(null, "Ratified.", null, true, Later).Holds();

        meeting.Hold(null, "Ratified again.", null, true, Later).Refused("meeting/held-already");

        Assert.Equal("Ratified.", meeting.Outcome);
    }

    [Fact]
    public void Whether_it_was_held_is_recorded_not_rewritten()
    {
        var meeting = Record(A.Meeting());

        meeting.Correct(A.Meeting() with { Status = MeetingStatus.Held }, null, Later).Refused("meeting/status", "status");

        Assert.Equal(MeetingStatus.Planned, meeting.Status);
    }

    [Fact]
    public void As_at_a_day_before_it_was_held_only_what_was_planned_is_seen()
    {
        var meeting = Record(A.Meeting());
        meeting.Hold(new(2022, 6, 25), "Ratified.", ["The Council", "Metropolitan Police"], true, Later).Holds();

        var before = MeetingView.Of(meeting, new(2022, 6, 24));
        var after = MeetingView.Of(meeting, new(2022, 6, 25));

        Assert.Equal((MeetingStatus.Planned, null, new DateOnly(2022, 6, 24)), (before.Status, before.Outcome, before.On));
        Assert.Equal(["The Council"], before.AttendedBy);
        Assert.Equal((MeetingStatus.Held, "Ratified.", new DateOnly(2022, 6, 25)), (after.Status, after.Outcome, after.On));
        Assert.Equal(["The Council", "Metropolitan Police"], after.AttendedBy);
        Assert.Equal("Meeting planned: Asked to ratify the plan", meeting.Told<MeetingRecorded>().Headline);
        Assert.Equal("Meeting held: Asked to ratify the plan", meeting.Told<MeetingHeld>().Headline);
    }

    private static Meeting Record(MeetingText text) => Meeting.Record(text, null, Today).Value;
}
