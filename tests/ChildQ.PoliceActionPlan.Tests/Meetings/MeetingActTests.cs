using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Meetings;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Meetings;

public sealed class MeetingActTests
{
    private static readonly DateOnly Later = new(2022, 6, 27);

    [Fact]
    public void A_planned_meeting_moves_with_a_reason_and_the_earlier_day_stays_in_view()
    {
        var meeting = Planned();
        meeting.Move(new(2022, 7, 1), " ", Today, Now).Refused("meeting/no-reason", "reason");
        meeting.Move(new(2022, 6, 24), "The same day.", Today, Now).Refused("meeting/not-moved", "to");
        meeting.Move(new(2022, 6, 13), "Back in time.", Today, Now).Refused("meeting/in-the-past", "to");

        meeting.Move(new(2022, 7, 1), "The plan is not ready.", Today, Now).Holds();

        Assert.Equal(new DateOnly(2022, 6, 24), MeetingView.Of(meeting, Today.AddDays(-1)).On);
        var now = MeetingView.Of(meeting, Today);
        Assert.Equal((new DateOnly(2022, 7, 1), "The plan is not ready."), (now.On, Assert.Single(now.Moves).Reason));
    }

    [Fact]
    public void The_day_of_a_planned_meeting_is_not_rewritten()
    {
        var meeting = Planned();

        meeting.Correct(A.Meeting() with { On = new(2022, 7, 1) }, null, Today).Refused("meeting/moved-without-reason", "on");

        Assert.Equal(new DateOnly(2022, 6, 24), meeting.On);
    }

    [Fact]
    public void A_cancelled_meeting_says_why_and_is_neither_held_nor_moved()
    {
        var meeting = Planned();
        meeting.Cancel(null, Today, Now).Refused("meeting/no-reason", "reason");

        meeting.Cancel("The chair is away.", Today, Now).Holds();

        meeting.Hold(null, null, null, null, Later).Refused("meeting/cancelled");
        meeting.Move(new(2022, 7, 1), "Later.", Today, Now).Refused("meeting/not-planned");
        meeting.Cancel("Twice.", Today, Now).Refused("meeting/not-planned");
        Assert.Equal(MeetingStatus.Planned, MeetingView.Of(meeting, Today.AddDays(-1)).Status);
        var view = MeetingView.Of(meeting, Today);
        Assert.Equal((MeetingStatus.Cancelled, "The chair is away."), (view.Status, view.CancelledBecause));
    }

    [Fact]
    public void An_agenda_is_rewritten_and_as_at_an_earlier_day_reads_as_it_did()
    {
        var meeting = Planned();
        meeting.SetAgenda([new("The plan", "Chief Executive", ["PAP-ACT-001"]), new("Any other business")], Today, Now).Holds();

        meeting.SetAgenda([new("The plan", "Chief Executive", ["PAP-ACT-001"]), new("Protocols")], Later, Now).Holds();

        Assert.Equal(["The plan", "Any other business"], meeting.AgendaAsAt(Today).Select(a => a.Title));
        Assert.Equal(["The plan", "Protocols"], meeting.AgendaAsAt(Later).Select(a => a.Title));
        Assert.Equal(Today, meeting.AgendaAsAt(Later).First().KnownOn);
        meeting.SetAgenda([new(" ")], Later, Now).Refused("input/required", "title");
    }

    [Fact]
    public void Who_came_is_recorded_of_a_held_meeting_and_what_is_said_later_stands()
    {
        var meeting = Planned();
        AttendanceText police = new("Metropolitan Police", "Borough Commander", Presence.Present);
        meeting.Attend([police], Today, Now).Refused("meeting/not-held", "attendance");
        meeting.Hold(null, null, null, null, Later).Holds();

        meeting.Attend([police], Later, Now).Holds();
        meeting.Attend([police with { Presence = Presence.Apologies }], Later, Now.AddDays(14)).Holds();

        Assert.Equal(Presence.Apologies, Assert.Single(meeting.AttendanceAsAt(Later)).Presence);
        Assert.Empty(meeting.AttendanceAsAt(Later.AddDays(-1)));
        meeting.Attend([police, police], Later, Now).Refused("list/twice", "attendance");
    }

    [Fact]
    public void A_name_is_kept_only_where_the_source_of_the_minutes_is_given()
    {
        AttendanceText named = new("Hackney Council", "Chief Executive", Presence.Present, "Mark Carroll");

        Held(A.Meeting()).Attend([named], Later, Now).Refused("attendance/name-without-source", "official");
        Held(A.Meeting() with { Source = "Minutes of 24 June 2022" }).Attend([named], Later, Now).Holds();
    }

    [Fact]
    public void A_meeting_does_not_end_before_it_starts()
    {
        Meeting.Record(A.Meeting() with { EndsAt = new(10, 0) }, null, Today).Refused("meeting/ends-before-it-starts", "endsAt");
        Meeting
            .Record(A.Meeting() with { StartsAt = new(11, 0), EndsAt = new(10, 0) }, null, Today)
            .Refused("meeting/ends-before-it-starts", "endsAt");
    }

    [Fact]
    public void A_decision_is_taken_by_a_meeting_that_was_held_and_made_public_once()
    {
        Decision.Take("PAP-DEC-001", new("Ratify."), Planned(), Today).Refused("meeting/not-held");
        var decision = Decision.Take("PAP-DEC-001", new("Ratify."), Held(A.Meeting()), Later).Value;

        Assert.Equal((SharingLevel.Partners, "Decided: Ratify."), (decision.Sharing, decision.Told<DecisionTaken>().Headline));
        decision.Publish(Later).Holds();

        Assert.Equal(SharingLevel.Public, decision.Events.OfType<DecisionTaken>().Last().Sharing);
        decision.Publish(Later).Refused("decision/public-already");
    }

    [Fact]
    public void An_action_arising_has_an_owner_or_is_one_of_the_plan()
    {
        var meeting = Held(A.Meeting());

        BodyAction.Arise("PAP-BAC-001", new("Send the minutes"), meeting, Later).Refused("arising/no-owner", "owner");
        BodyAction
            .Arise("PAP-BAC-001", new("Send the minutes", "The Council", new(2022, 6, 1)), meeting, Later)
            .Refused("arising/due-before-meeting", "due");
        BodyAction
            .Arise("PAP-BAC-001", new("Hold workshops", "The Council", null, "ACT-1"), meeting, Later)
            .Refused("arising/plan-action-has-its-own", "planAction");
        var link = BodyAction.Arise("PAP-BAC-001", new("Hold workshops", PlanAction: "ACT-1"), meeting, Later).Value;
        link.IsOwn().Refused("arising/in-the-plan");
    }

    [Theory]
    [InlineData(Cadence.Weekly, "2022-06-03")]
    [InlineData(Cadence.Fortnightly, "2022-06-10")]
    [InlineData(Cadence.Monthly, "2022-06-27")]
    [InlineData(Cadence.AsNeeded, null)]
    public void A_body_is_to_meet_again_within_its_cadence(Cadence cadence, string? by) =>
        Assert.Equal(
            by is null ? null : DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture),
            BodyRhythm.NextExpected(cadence, new(2022, 5, 27))
        );

    [Fact]
    public void No_meeting_within_its_cadence_shows_from_the_day_after()
    {
        var board = Body.Record(A.Body(), Today).Value;

        Assert.False(BodyRhythm.Of(board, null, null, new(2022, 6, 27)).Missed);
        Assert.True(BodyRhythm.Of(board, null, null, new(2022, 6, 28)).Missed);
        Assert.False(BodyRhythm.Of(board, new(2022, 6, 24), null, new(2022, 6, 28)).Missed);
    }

    private static Meeting Planned() => Meeting.Record(A.Meeting(), null, Today).Value;

    private static Meeting Held(MeetingText text)
    {
        var meeting = Meeting.Record(text, null, Today).Value;
        meeting.Hold(null, null, null, null, Later).Holds();
        return meeting;
    }
}
