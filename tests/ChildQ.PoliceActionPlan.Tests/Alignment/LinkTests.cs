using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Alignment;

public sealed class LinkTests
{
    private static readonly ActionHead Action = new(
        Guid.NewGuid(),
        "ACT-1",
        "Hold workshops",
        ["metropolitan-police"],
        Workstreams.PoliceTrustAndConfidence,
        SharingLevel.Public
    );

    [Fact]
    public void An_action_is_linked_to_what_shaped_it_and_that_is_told()
    {
        var link = Make(Workshop()).Value;

        var told = link.Told<ActionLinked>();
        Assert.Equal(("ENG-ACT-001", "Activity", true), (told.LinkedReference, told.Kind, told.Standing));
        Assert.Equal("ACT-1 shaped by: Workshop 1 of 3", told.Headline);
        Assert.Equal((Action.Id, SharingLevel.Partners), (told.SourceId, told.Sharing));
    }

    [Fact]
    public void A_workshop_that_is_only_planned_has_shaped_nothing() => Make(Workshop(happened: false)).Refused("link/not-held", "to");

    [Fact]
    public void A_link_is_made_once() =>
        ActionLink.Make(new("ENG-ACT-001"), Action, Workshop(), standsAlready: true, Today, Now).Refused("link/there-already", "to");

    [Fact]
    public void A_withdrawn_link_is_told_as_withdrawn()
    {
        var link = Make(Workshop()).Value;

        link.Withdraw(Action, "It was another action.", Today).Holds();

        Assert.Equal([true, false], link.Events.Cast<ActionLinked>().Select(e => e.Standing));
    }

    [Theory]
    [InlineData(SharingLevel.CouncilOnly)]
    [InlineData(SharingLevel.SafeSpace)]
    public void What_is_restricted_is_never_on_the_list(SharingLevel sharing) =>
        Assert.Null(Linkable.Heard(LinkKind.Activity, "ENG-ACT-014", "Conversations", null, Today, sharing, null, happened: true));

    [Fact]
    public void What_was_heard_again_may_be_more_open_and_never_less()
    {
        var workshop = Workshop(happened: false);

        workshop.HeardAgain("Workshop one", SharingLevel.Public, happened: true);
        workshop.HeardAgain("Workshop one", SharingLevel.Partners, happened: false);

        Assert.Equal(("Workshop one", SharingLevel.Public, true), (workshop.Title, workshop.Sharing, workshop.Happened));
    }

    [Fact]
    public void A_framework_item_has_words_and_what_others_keep_is_not_changed_here()
    {
        var text = new FrameworkText("PAP-FRA-001", "Plan", "Whole", null, null, SharingLevel.Public);

        Assert.True(Linkable.Record(text, Today).IsOk);
        Linkable.Record(text with { Framework = "" }, Today).Refused("input/required", "framework");
        Workshop().Correct(text with { Reference = "ENG-ACT-001" }).Refused("linkable/not-ours", "reference");
    }

    private static ServiceDefaults.Problems.Result<ActionLink> Make(Linkable to) =>
        ActionLink.Make(new(to.Reference, "Its first point."), Action, to, standsAlready: false, Today, Now);

    private static Linkable Workshop(bool happened = true) =>
        Linkable.Heard(
            LinkKind.Activity,
            "ENG-ACT-001",
            "Workshop 1 of 3",
            null,
            Today,
            SharingLevel.Partners,
            "/community-engagement/activities/1",
            happened
        )!;
}
