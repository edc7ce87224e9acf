using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Protocols;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

/// <summary>Work on a protocol, and how it is issued.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public void Work_on_a_protocol_is_put_on_record_and_told()
    {
        var protocol = AProtocol.Started();

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
        var protocol = AProtocol.Drafted();
        protocol.EndorsedOnBehalf(StakeholderClass.Headteachers).Holds();

        var refused = protocol.Publish(Today, AProtocol.Review, Today, Now);

        refused.Refused("protocol/not-endorsed");
        Assert.Equal("This draft is not yet endorsed by: parents.", refused.Broken[0].Message);
        Assert.Equal(ProtocolStatus.Revising, protocol.Status);
        Assert.Empty(protocol.Events.OfType<ProtocolPublished>());
    }

    [Fact]
    public void A_protocol_is_not_published_without_the_text_that_was_endorsed()
    {
        AProtocol.Started().Publish(Today, AProtocol.Review, Today, Now).Refused("protocol/no-draft");
        var protocol = AProtocol.Endorsed();

        protocol.Drafts("Officers are met at the gate!");

        protocol.Publish(Today, AProtocol.Review, Today, Now).Refused("protocol/not-endorsed");
    }

    [Fact]
    public void A_protocol_that_all_have_endorsed_is_published_in_its_version_and_public()
    {
        var protocol = AProtocol.Published(A.Protocol() with { Sharing = SharingLevel.Partners });

        var told = protocol.Told<ProtocolPublished>();
        Assert.Equal((1, "Protocol", "Safer schools officers"), (told.Version, told.Kind, told.Title));
        Assert.Equal((Today, SharingLevel.Public), (told.On, told.Sharing));
        Assert.Equal((1, protocol.CurrentDraft!.Hash, AProtocol.Review), (told.Draft, told.ContentHash, told.ReviewOn));
        Assert.Equal(SharingLevel.Public, protocol.Sharing);
    }

    [Fact]
    public void A_protocol_is_not_published_without_any_class_to_endorse_it() =>
        AProtocol
            .Drafted(A.Protocol() with { StakeholderClasses = [] })
            .Publish(Today, AProtocol.Review, Today, Now)
            .Refused("protocol/no-classes", "stakeholderClasses");

    [Fact]
    public void Guidance_that_needs_no_endorsement_is_published() =>
        AProtocol
            .Drafted(A.Protocol() with { Kind = ProtocolKind.Guidance, StakeholderClasses = [] })
            .Publish(Today, AProtocol.Review, Today, Now)
            .Holds();

    [Fact]
    public void A_version_is_published_once_and_neither_in_the_future_nor_before_its_text()
    {
        var protocol = AProtocol.Endorsed();
        protocol.Publish(Today.AddDays(1), AProtocol.Review, Today, Now).Refused("protocol/in-the-future", "on");
        protocol.Publish(Today.AddDays(-1), AProtocol.Review, Today, Now).Refused("protocol/before-draft", "on");
        protocol.Publish(Today, AProtocol.Review, Today, Now).Holds();

        protocol.Publish(Today, AProtocol.Review, Today, Now).Refused("protocol/published");
    }

    [Fact]
    public void What_is_published_has_a_review_date_after_its_publication()
    {
        var protocol = AProtocol.Endorsed();

        protocol.Publish(Today, null, Today, Now).Refused("input/required", "reviewOn");
        protocol.Publish(Today, Today, Today, Now).Refused("protocol/review-date", "reviewOn");
    }

    [Fact]
    public void It_is_published_under_the_title_that_was_endorsed()
    {
        var protocol = AProtocol.Endorsed();
        protocol.Correct(A.Protocol() with { Title = "Unsafe schools officers" }).Holds();

        protocol.Publish(Today, AProtocol.Review, Today, Now).Refused("protocol/title-changed");
    }

    [Fact]
    public void What_is_published_stays_as_it_is()
    {
        var protocol = AProtocol.Published();

        protocol.Correct(A.Protocol() with { Aim = "Another aim." }).Refused("protocol/published");
        protocol.Correct(A.Protocol() with { StakeholderClasses = [StakeholderClass.Police] }).Refused("protocol/published");
        protocol.WriteDraft(new("Another text.", null, null), Today, Now).Refused("protocol/published");

        protocol.Correct(A.Protocol()).Holds();
        Assert.Equal("Agreed local additions.", protocol.Aim);
    }

    [Fact]
    public void A_new_version_starts_after_publication_only_and_asks_everyone_again()
    {
        AProtocol.Endorsed().StartNewVersion(null, Today, Now).Refused("protocol/not-published");
        var protocol = AProtocol.Published();

        protocol.StartNewVersion(new(2023, 8, 31), Today.AddDays(1), Now).Holds();

        Assert.Equal((2, ProtocolStatus.Revising), (protocol.VersionNumber, protocol.Status));
        Assert.Null(protocol.CurrentDraft);
        protocol.Drafts("Officers are met at the gate.", Today.AddDays(1));
        protocol.Publish(Today.AddDays(1), AProtocol.Review, Today.AddDays(1), Now).Refused("protocol/not-endorsed");
        Assert.Equal(1, protocol.InForceAsAt(Today.AddDays(1))?.VersionNumber);
    }

    [Fact]
    public void Each_version_is_told_by_its_number_and_text()
    {
        var protocol = AProtocol.Published();
        protocol.StartNewVersion(null, Today, Now).Holds();
        protocol.Drafts("Officers are met at the door.");
        protocol.StakeholderClasses.ForEach(c => protocol.EndorsedOnBehalf(c).Holds());
        protocol.Publish(Today, AProtocol.Review.AddYears(1), Today, Now).Holds();

        Assert.Equal([(1, 1), (2, 2)], protocol.Events.OfType<ProtocolPublished>().Select(e => (e.Version, e.Draft!.Value)));
    }

    [Fact]
    public void As_at_a_day_before_publication_it_was_still_being_revised()
    {
        var protocol = AProtocol.Published();

        Assert.Equal(ProtocolStatus.Revising, protocol.StageAsAt(new(2022, 6, 13))?.Status);
        Assert.Null(protocol.InForceAsAt(new(2022, 6, 13)));
        Assert.Equal(1, protocol.InForceAsAt(Today)?.VersionNumber);
    }

    [Fact]
    public void Interim_guidance_needs_no_endorsement_but_a_text_and_is_issued_once_for_each()
    {
        AProtocol.Started().IssueInterim(Today, Today, Now).Refused("protocol/no-draft");
        var protocol = AProtocol.Drafted(A.Protocol() with { Sharing = SharingLevel.Partners });

        protocol.IssueInterim(Today, Today, Now).Holds();

        Assert.Equal((ProtocolStatus.Interim, SharingLevel.Public), (protocol.Status, protocol.Sharing));
        var told = protocol.Told<InterimGuidanceIssued>();
        Assert.Equal("Interim guidance issued: Safer schools officers", told.Headline);
        Assert.Equal((1, 1, protocol.CurrentDraft!.Hash), (told.Version, told.Draft, told.ContentHash));
        protocol.IssueInterim(Today, Today, Now).Refused("protocol/interim-already");
        protocol.Drafts("Another text.");
        protocol.IssueInterim(Today, Today, Now).Holds();
        protocol.StakeholderClasses.ForEach(c => protocol.EndorsedOnBehalf(c).Holds());
        protocol.Publish(Today, AProtocol.Review, Today, Now).Holds();
        protocol.IssueInterim(Today, Today, Now).Refused("protocol/published");
        Assert.Null(protocol.InterimAsAt(Today));
    }

    [Fact]
    public void Interim_guidance_is_not_issued_in_the_future() =>
        AProtocol.Drafted().IssueInterim(Today.AddDays(1), Today, Now).Refused("protocol/in-the-future", "on");

    [Fact]
    public void What_was_issued_before_texts_were_kept_is_put_on_record_unless_it_needs_endorsement()
    {
        var guidance = AProtocol.Started(A.Protocol() with { Kind = ProtocolKind.Guidance, StakeholderClasses = [] });
        guidance.RecordIssuedBefore(ProtocolStatus.Published, null, Today, Today, Now).Holds();
        Assert.Null(guidance.Told<ProtocolPublished>().ContentHash);
        guidance.RecordIssuedBefore(ProtocolStatus.Published, null, Today, Today, Now).Refused("protocol/status");

        AProtocol.Started().RecordIssuedBefore(ProtocolStatus.Published, null, Today, Today, Now).Refused("protocol/not-endorsed");
        AProtocol.Drafted().RecordIssuedBefore(ProtocolStatus.Interim, null, Today, Today, Now).Refused("protocol/status");
        AProtocol.Started().RecordIssuedBefore(ProtocolStatus.Interim, null, Today, Today, Now).Holds();
    }

    [Fact]
    public void It_is_overdue_past_its_due_date_until_it_is_published()
    {
        var late = A.Protocol() with { Due = new(2022, 6, 13) };

        Assert.True(AProtocol.Endorsed(late).IsOverdue(Today));
        Assert.False(AProtocol.Published(late).IsOverdue(Today));
    }

    [Fact]
    public void Its_due_date_moves_with_a_reason_only()
    {
        var protocol = AProtocol.Endorsed();
        protocol.MoveDue(new(2022, 12, 1), null, Today, Now).Refused("due-date/no-reason", "reason");

        protocol.MoveDue(new(2022, 12, 1), "The working group asked for it.", Today, Now).Holds();

        Assert.Equal((new DateOnly(2022, 8, 31), new DateOnly(2022, 12, 1)), (protocol.FirstDue, protocol.Due));
        protocol.Publish(Today, AProtocol.Review, Today, Now).Holds();
        protocol.MoveDue(new(2023, 1, 1), "Late", Today, Now).Refused("due-date/closed");
    }

    [Fact]
    public void Its_review_date_moves_with_a_reason_only_and_is_overdue_until_the_next_version_is_begun()
    {
        AProtocol.Endorsed().MoveReview(new(2023, 1, 1), "Early", Today, Now).Refused("protocol/no-review");
        var protocol = AProtocol.Published();
        protocol.MoveReview(new(2023, 12, 1), " ", Today, Now).Refused("due-date/no-reason", "reason");
        protocol.MoveReview(AProtocol.Review, "The same.", Today, Now).Refused("due-date/not-moved", "to");
        protocol.MoveReview(Today.AddDays(-1), "Back.", Today, Now).Refused("protocol/review-date", "to");

        var later = Today.AddDays(7);
        protocol.MoveReview(new(2023, 12, 1), "The national guidance is awaited.", later, Now).Holds();

        Assert.Equal((AProtocol.Review, new DateOnly(2023, 12, 1)), (protocol.ReviewOnAsAt(Today), protocol.ReviewOnAsAt(later)));
        Assert.False(protocol.IsReviewOverdue(new(2023, 12, 1)));
        Assert.True(protocol.IsReviewOverdue(new(2023, 12, 2)));
        protocol.StartNewVersion(null, new(2023, 12, 2), Now).Holds();
        Assert.False(protocol.IsReviewOverdue(new(2023, 12, 3)));
    }
}
