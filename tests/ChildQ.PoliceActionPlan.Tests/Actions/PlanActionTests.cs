using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Promises;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

public sealed class PlanActionTests
{
    [Fact]
    public void An_action_is_put_on_record_and_told()
    {
        var action = Add(A.Action());

        var told = action.Told<ActionAdded>();
        Assert.Equal((action.Id, "ACT-1", "Hold workshops"), (told.SourceId, told.Reference, told.Headline));
        Assert.Equal(new DateOnly(2022, 6, 1), told.On);
        Assert.Equal((new DateOnly(2022, 4, 1), SharingLevel.Public), (told.KnownOn, told.Sharing));
        Assert.Equal(Workstreams.PoliceTrustAndConfidence, told.Workstream);
        Assert.Equal($"/police-action-plan/actions/{action.Id}", told.Path);
    }

    [Fact]
    public void An_action_needs_a_reference_a_priority_a_title_and_a_commitment()
    {
        var made = PlanAction.Add(A.Action() with { Reference = "", Priority = " ", Title = null, Commitment = null }, Today);

        Assert.Equal(
            ["commitment", "priority", "reference", "title"],
            made.Outcome.Broken.Select(b => b.Field).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_action_without_an_owner_is_refused() =>
        PlanAction.Add(A.Action() with { OwnerOrganisations = [] }, Today).Refused("action/no-owner", "ownerOrganisations");

    [Theory]
    [InlineData("Metropolitan Police")]
    [InlineData("-police")]
    [InlineData("police-")]
    [InlineData("café")]
    public void An_owner_is_given_by_its_key(string owner) =>
        PlanAction.Add(A.Action() with { OwnerOrganisations = [owner] }, Today).Refused("action/owner-key", "ownerOrganisations");

    [Fact]
    public void An_owner_is_named_once() =>
        PlanAction.Add(A.Action() with { OwnerOrganisations = ["mopac", "mopac"] }, Today).Refused("list/twice", "ownerOrganisations");

    [Fact]
    public void An_action_is_not_due_before_it_starts() =>
        PlanAction.Add(A.Action() with { Start = new(2022, 6, 2) }, Today).Refused("action/due-before-start", "start");

    [Fact]
    public void The_start_is_not_corrected_to_after_the_due_date() =>
        Add(A.Action()).Correct(A.Action() with { Start = new(2022, 6, 2) }).Refused("action/due-before-start", "start");

    [Fact]
    public void The_due_date_is_not_moved_to_before_the_start()
    {
        var action = Add(A.Action());

        action.Reschedule(new(2022, 3, 31), "Earlier is better", Today, Now).Refused("action/due-before-start", "to");

        Assert.Equal(new DateOnly(2022, 6, 1), action.Due);
    }

    [Fact]
    public void An_unknown_workstream_is_refused() =>
        PlanAction.Add(A.Action() with { Workstream = "parks" }, Today).Refused("action/workstream", "workstream");

    [Fact]
    public void A_due_date_does_not_move_without_a_reason()
    {
        var action = Add(A.Action());

        action.Reschedule(new(2022, 9, 1), " ", Today, Now).Refused("due-date/no-reason", "reason");

        Assert.Equal(new DateOnly(2022, 6, 1), action.Due);
    }

    [Fact]
    public void A_due_date_moves_with_a_reason_and_the_first_stays_in_view()
    {
        var action = Add(A.Action());

        action.Reschedule(new(2022, 9, 1), "The workshops need more time.", Today, Now).Holds();

        Assert.Equal(new DateOnly(2022, 6, 1), action.FirstDue);
        Assert.Equal(new DateOnly(2022, 9, 1), action.Due);
        Assert.Equal(new DateOnly(2022, 6, 1), action.DueAsAt(Today.AddDays(-1)));
        var told = action.Told<ActionDueDateMoved>();
        Assert.Equal((new DateOnly(2022, 6, 1), new DateOnly(2022, 9, 1)), (told.From, told.To));
        Assert.Equal("The workshops need more time.", told.Reason);
    }

    [Fact]
    public void A_correction_leaves_the_due_date()
    {
        var action = Add(A.Action());

        action.Correct(A.Action() with { Title = "Hold four workshops", Due = new(2023, 1, 1) }).Holds();

        Assert.Equal("Hold four workshops", action.Title);
        Assert.Equal(new DateOnly(2022, 6, 1), action.Due);
    }

    [Fact]
    public void Progress_is_appended_and_told()
    {
        var action = Add(A.Action());

        action.Record(PromiseStatus.UnderWay, "Two held.", new(2022, 5, 1), new(2022, 5, 1), Now).Holds();
        action.Record(PromiseStatus.Done, "All held.", new(2022, 5, 20), new(2022, 5, 20), Now.AddHours(1)).Holds();

        Assert.Equal(2, action.Progress.Count);
        Assert.Equal(PromiseStatus.UnderWay, action.StatusAsAt(new(2022, 5, 19)));
        Assert.Equal(PromiseStatus.Done, action.StatusAsAt(new(2022, 5, 20)));
        Assert.Equal(["UnderWay", "Done"], action.Events.OfType<ActionProgressed>().Select(e => e.Status));
        Assert.Equal(Now.AddHours(1), action.AppendedAt);
    }

    [Fact]
    public void Progress_recorded_late_was_not_known_before_and_does_not_undo_what_came_after()
    {
        var action = Add(A.Action());
        action.Record(PromiseStatus.Done, "All held.", Today.AddDays(-5), Today.AddDays(-5), Now).Holds();

        action.Record(PromiseStatus.UnderWay, "Two held.", Today.AddDays(-20), Today, Now.AddHours(1)).Holds();

        Assert.Equal(PromiseStatus.NotStarted, action.StatusAsAt(Today.AddDays(-10)));
        Assert.Equal(PromiseStatus.Done, action.StatusAsAt(Today));
        Assert.Equal(Today, action.Events.OfType<ActionProgressed>().Last().KnownOn);
    }

    [Fact]
    public void An_action_past_its_due_date_is_overdue_until_it_is_done()
    {
        var action = Add(A.Action());
        Assert.False(action.IsOverdue(new(2022, 6, 1)));
        Assert.True(action.IsOverdue(new(2022, 6, 2)));

        action.Record(PromiseStatus.Done, null, Today, Today, Now).Holds();

        Assert.False(action.IsOverdue(Today));
        Assert.True(action.IsOverdue(Today.AddDays(-1)));
    }

    [Fact]
    public void An_organisation_owns_the_actions_that_name_it_and_no_others()
    {
        var action = Add(A.Action());

        Assert.True(action.IsOwnedBy("metropolitan-police"));
        Assert.False(action.IsOwnedBy("mopac"));
        Assert.False(action.IsOwnedBy("metropolitan"));
        Assert.False(action.IsOwnedBy(null));
    }

    private static PlanAction Add(ActionText text) => PlanAction.Add(text, Today).Value;
}
