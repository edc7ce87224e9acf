using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Protocols;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

public sealed class ProtocolTests
{
    [Fact]
    public void Work_on_a_protocol_is_put_on_record_and_told()
    {
        var protocol = Start();

        Assert.Equal((ProtocolStatus.Revising, 1), (protocol.Status, protocol.VersionNumber));
        Assert.Equal("Work on a protocol begun: Safer schools officers", protocol.Told<ProtocolRecorded>().Headline);
    }

    [Fact]
    public void A_protocol_needs_a_title_and_a_kind() =>
        Assert.Equal(
            ["kind", "title"],
            Protocol
                .Start(A.Protocol() with { Title = "", Kind = null }, Today, Now)
                .Outcome.Broken.Select(b => b.Field)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_class_of_stakeholder_is_asked_once() =>
        Protocol
            .Start(A.Protocol() with { StakeholderClasses = [StakeholderClass.Police, StakeholderClass.Police] }, Today, Now)
            .Refused("list/twice", "stakeholderClasses");

    [Fact]
    public void A_protocol_is_not_published_before_every_stakeholder_class_has_endorsed_it()
    {
        var protocol = Start();
        OnBehalf(protocol, StakeholderClass.Headteachers);

        var refused = protocol.Publish(Today, Today, Now);

        refused.Refused("protocol/not-endorsed");
        Assert.Equal("Not yet endorsed by: parents.", refused.Broken[0].Message);
        Assert.Equal(ProtocolStatus.Revising, protocol.Status);
        Assert.Empty(protocol.Events.OfType<ProtocolPublished>());
    }

    [Fact]
    public void A_protocol_that_all_have_endorsed_is_published_in_its_version_and_public()
    {
        var protocol = Protocol.Start(A.Protocol() with { Sharing = SharingLevel.Partners }, Today, Now).Value;

        Publish(protocol);

        var told = protocol.Told<ProtocolPublished>();
        Assert.Equal((1, "Protocol", "Safer schools officers"), (told.Version, told.Kind, told.Title));
        Assert.Equal((Today, SharingLevel.Public), (told.On, told.Sharing));
        Assert.Equal(SharingLevel.Public, protocol.Sharing);
    }

    [Fact]
    public void A_protocol_is_not_published_without_any_class_to_endorse_it() =>
        Start(A.Protocol() with { StakeholderClasses = [] })
            .Publish(Today, Today, Now)
            .Refused("protocol/no-classes", "stakeholderClasses");

    [Fact]
    public void Guidance_that_needs_no_endorsement_is_published() =>
        Start(A.Protocol() with { Kind = ProtocolKind.Guidance, StakeholderClasses = [] }).Publish(Today, Today, Now).Holds();

    [Fact]
    public void A_version_is_published_once_and_not_in_the_future()
    {
        var protocol = Start();
        OnBehalf(protocol, StakeholderClass.Headteachers);
        OnBehalf(protocol, StakeholderClass.Parents);
        protocol.Publish(Today.AddDays(1), Today, Now).Refused("protocol/in-the-future", "on");
        protocol.Publish(Today, Today, Now).Holds();

        protocol.Publish(Today, Today, Now).Refused("protocol/published");
    }

    [Fact]
    public void What_is_published_stays_as_it_is()
    {
        var protocol = Start();
        Publish(protocol);

        protocol.Correct(A.Protocol() with { Aim = "Another aim." }).Refused("protocol/published");
        protocol.Correct(A.Protocol() with { StakeholderClasses = [StakeholderClass.Police] }).Refused("protocol/published");

        protocol.Correct(A.Protocol()).Holds();
        Assert.Equal("Agreed local additions.", protocol.Aim);
    }

    [Fact]
    public void A_new_version_starts_after_publication_only_and_asks_everyone_again()
    {
        var protocol = Start();
        protocol.StartNewVersion(null, Today, Now).Refused("protocol/not-published");
        Publish(protocol);

        protocol.StartNewVersion(new(2023, 8, 31), Today.AddDays(1), Now).Holds();

        Assert.Equal((2, ProtocolStatus.Revising), (protocol.VersionNumber, protocol.Status));
        protocol.Publish(Today.AddDays(1), Today.AddDays(1), Now).Refused("protocol/not-endorsed");
        Assert.Equal(1, protocol.PublishedVersionAsAt(Today.AddDays(1)));
    }

    [Fact]
    public void Each_version_is_told_by_its_number()
    {
        var protocol = Start();
        Publish(protocol);
        protocol.StartNewVersion(null, Today, Now).Holds();
        Publish(protocol);

        Assert.Equal([1, 2], protocol.Events.OfType<ProtocolPublished>().Select(e => e.Version));
    }

    [Fact]
    public void As_at_a_day_before_publication_it_was_still_being_revised()
    {
        var protocol = Start();
        Publish(protocol);

        Assert.Equal(ProtocolStatus.Revising, protocol.StageAsAt(new(2022, 6, 13))?.Status);
        Assert.Null(protocol.PublishedVersionAsAt(new(2022, 6, 13)));
        Assert.Equal(1, protocol.PublishedVersionAsAt(Today));
    }

    [Fact]
    public void Interim_guidance_needs_no_endorsement_and_is_issued_once_before_publication()
    {
        var protocol = Start();

        protocol.IssueInterim(Today, Today, Now).Holds();

        Assert.Equal(ProtocolStatus.Interim, protocol.Status);
        Assert.Equal("Interim guidance issued: Safer schools officers", protocol.Told<InterimGuidanceIssued>().Headline);
        protocol.IssueInterim(Today, Today, Now).Refused("protocol/interim-already");
        Publish(protocol);
        protocol.IssueInterim(Today, Today, Now).Refused("protocol/published");
    }

    [Fact]
    public void Interim_guidance_is_not_issued_in_the_future() =>
        Start().IssueInterim(Today.AddDays(1), Today, Now).Refused("protocol/in-the-future", "on");

    [Fact]
    public void An_organisation_endorses_only_for_the_class_it_speaks_for()
    {
        var protocol = Start();
        protocol.Convene([new(StakeholderClass.Parents, "account-hackney")], Now).Holds();

        protocol
            .Endorse(StakeholderClass.Headteachers, "account-hackney", null, null, Today, Now)
            .Refused("endorsement/not-your-class", "class");
        protocol.Endorse(StakeholderClass.Parents, "hcvs", null, null, Today, Now).Refused("endorsement/not-your-class", "class");

        protocol.Endorse(StakeholderClass.Parents, "account-hackney", null, null, Today, Now).Holds();
        Assert.True(protocol.IsEndorsedBy(StakeholderClass.Parents));
        Assert.Contains(protocol.Events.OfType<ProtocolRecorded>(), e => e.Headline == "Endorsed by parents: Safer schools officers");
    }

    [Fact]
    public void An_endorsement_on_behalf_needs_a_note() =>
        Start().Endorse(StakeholderClass.Parents, null, " ", null, Today, Now).Refused("endorsement/no-note", "note");

    [Fact]
    public void A_class_endorses_a_version_once()
    {
        var protocol = Start();
        OnBehalf(protocol, StakeholderClass.Parents);

        protocol.Endorse(StakeholderClass.Parents, null, "Again.", null, Today, Now).Refused("endorsement/given-already", "class");
    }

    [Fact]
    public void A_class_that_is_not_asked_does_not_endorse() =>
        Start().Endorse(StakeholderClass.Police, null, "By letter.", null, Today, Now).Refused("endorsement/not-asked", "class");

    [Fact]
    public void An_endorsement_does_not_lie_in_the_future() =>
        Start()
            .Endorse(StakeholderClass.Parents, null, "By letter.", Today.AddDays(1), Today, Now)
            .Refused("endorsement/in-the-future", "on");

    [Fact]
    public void What_is_published_needs_no_more_endorsement()
    {
        var protocol = Start();
        Publish(protocol);

        protocol.Endorse(StakeholderClass.Parents, null, "By letter.", null, Today, Now).Refused("protocol/published");
    }

    [Fact]
    public void A_member_of_the_working_group_is_named_once_and_has_an_organisation()
    {
        var protocol = Start();

        protocol.Convene([new(StakeholderClass.Parents, "a"), new(StakeholderClass.Parents, "a")], Now).Refused("list/twice", "members");
        protocol.Convene([new(StakeholderClass.Parents, " ")], Now).Refused("input/required", "members");

        Assert.Empty(protocol.WorkingGroup);
    }

    [Fact]
    public void Who_has_left_the_working_group_speaks_for_nobody()
    {
        var protocol = Start();
        protocol.Convene([new(StakeholderClass.Parents, "account-hackney")], Now).Holds();

        protocol.Convene([new(StakeholderClass.Parents, "hcvs")], Now).Holds();

        Assert.False(protocol.SpeaksFor("account-hackney", StakeholderClass.Parents));
        Assert.True(protocol.SpeaksFor("hcvs", StakeholderClass.Parents));
        Assert.False(protocol.SpeaksFor(null, StakeholderClass.Parents));
    }

    [Fact]
    public void It_is_overdue_past_its_due_date_until_it_is_published()
    {
        var protocol = Start(A.Protocol() with { Due = new(2022, 6, 13) });
        Assert.True(protocol.IsOverdue(Today));

        Publish(protocol);

        Assert.False(protocol.IsOverdue(Today));
    }

    [Fact]
    public void Its_due_date_moves_with_a_reason_only()
    {
        var protocol = Start();
        protocol.MoveDue(new(2022, 12, 1), null, Today, Now).Refused("due-date/no-reason", "reason");

        protocol.MoveDue(new(2022, 12, 1), "The working group asked for it.", Today, Now).Holds();

        Assert.Equal((new DateOnly(2022, 8, 31), new DateOnly(2022, 12, 1)), (protocol.FirstDue, protocol.Due));
        Publish(protocol);
        protocol.MoveDue(new(2023, 1, 1), "Late", Today, Now).Refused("due-date/closed");
    }

    private static Protocol Start(ProtocolText? text = null) => Protocol.Start(text ?? A.Protocol(), Today, Now).Value;

    private static void OnBehalf(Protocol protocol, StakeholderClass stakeholder) =>
        protocol.Endorse(stakeholder, null, "By letter.", null, Today, Now).Holds();

    private static void Publish(Protocol protocol)
    {
        OnBehalf(protocol, StakeholderClass.Headteachers);
        OnBehalf(protocol, StakeholderClass.Parents);
        protocol.Publish(Today, Today, Now).Holds();
    }
}
