using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Priorities;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Registers;

/// <summary>The rules that every entry keeps, seen on one kind and on actions, which keep them on their own.</summary>
public sealed class EntryTests
{
    [Theory]
    [InlineData("PAP ACT 1")]
    [InlineData("PAP/1")]
    [InlineData("PAP-é")]
    public void A_reference_holds_letters_digits_and_hyphens_only(string reference)
    {
        Priority.Set(A.Priority(reference), Today).Refused("reference/form", "reference");
        PlanAction.Add(A.Action(reference), Today).Refused("reference/form", "reference");
    }

    [Fact]
    public void An_entry_is_not_known_only_from_a_later_day()
    {
        Priority.Set(A.Priority() with { KnownOn = Today.AddDays(1) }, Today).Refused("known-on/in-the-future", "knownOn");
        PlanAction.Add(A.Action() with { KnownOn = Today.AddDays(1) }, Today).Refused("known-on/in-the-future", "knownOn");
    }

    [Fact]
    public void An_entry_is_known_from_today_unless_said() => Assert.Equal(Today, Priority.Set(A.Priority(), Today).Value.KnownOn);

    [Theory]
    [InlineData(SharingLevel.CouncilOnly)]
    [InlineData(SharingLevel.SafeSpace)]
    public void What_police_must_not_read_has_no_place_here(SharingLevel level)
    {
        Priority.Set(A.Priority() with { Sharing = level }, Today).Refused("sharing/restricted", "sharing");
        PlanAction.Add(A.Action() with { Sharing = level }, Today).Refused("sharing/restricted", "sharing");
        Priority
            .Set(A.Priority() with { Sharing = null }, Today)
            .Value.Correct(A.Priority() with { Sharing = level })
            .Refused("sharing/restricted");
    }

    [Fact]
    public void A_new_entry_is_for_partners_unless_said()
    {
        Assert.Equal(SharingLevel.Partners, Priority.Set(A.Priority() with { Sharing = null }, Today).Value.Sharing);
        Assert.Equal(SharingLevel.Partners, PlanAction.Add(A.Action() with { Sharing = null }, Today).Value.Sharing);
    }

    [Fact]
    public void What_has_been_public_is_not_taken_back()
    {
        var taken = SharingLevel.Partners;

        Priority.Set(A.Priority(), Today).Value.Correct(A.Priority() with { Sharing = taken }).Refused("sharing/already-public", "sharing");
        PlanAction.Add(A.Action(), Today).Value.Correct(A.Action() with { Sharing = taken }).Refused("sharing/already-public", "sharing");
    }

    [Fact]
    public void What_becomes_public_is_told_as_public()
    {
        var body = Body.Record(A.Body() with { Sharing = SharingLevel.Partners }, Today).Value;
        var action = PlanAction.Add(A.Action() with { Sharing = SharingLevel.Partners }, Today).Value;

        body.Correct(A.Body()).Holds();
        action.Correct(A.Action()).Holds();

        Assert.Equal([SharingLevel.Partners, SharingLevel.Public], body.Events.OfType<BodyRecorded>().Select(e => e.Sharing));
        Assert.Equal([SharingLevel.Partners, SharingLevel.Public], action.Events.OfType<ActionAdded>().Select(e => e.Sharing));
    }

    [Fact]
    public void A_correction_that_says_nothing_of_sharing_leaves_it_and_tells_nothing()
    {
        var body = Body.Record(A.Body(), Today).Value;

        body.Correct(A.Body() with { Sharing = null, Name = "The Board" }).Holds();

        Assert.Equal(SharingLevel.Public, body.Sharing);
        Assert.Single(body.Events);
    }

    [Fact]
    public void A_reference_stays_as_it_is()
    {
        Priority.Set(A.Priority(), Today).Value.Correct(A.Priority("PRI-2")).Refused("reference/fixed", "reference");
        PlanAction.Add(A.Action(), Today).Value.Correct(A.Action("ACT-2")).Refused("reference/fixed", "reference");
    }

    [Fact]
    public void A_refused_correction_changes_nothing()
    {
        var priority = Priority.Set(A.Priority(), Today).Value;

        priority.Correct(A.Priority() with { Title = "", Source = "elsewhere" }).Refused("input/required", "title");

        Assert.Equal(("Trust in policing", null), (priority.Title, priority.Source));
    }

    [Fact]
    public void A_source_has_its_length() =>
        Priority.Set(A.Priority() with { Source = new string('x', 301) }, Today).Refused("input/too-long", "source");
}
