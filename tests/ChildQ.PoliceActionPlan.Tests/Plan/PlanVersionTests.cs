using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Plan;

namespace ChildQ.PoliceActionPlan.Tests.Plan;

public sealed class PlanVersionTests
{
    [Fact]
    public void A_version_goes_from_draft_to_ratification_step_by_step()
    {
        var version = APlan.Ratified();

        Assert.Equal((PlanStage.Ratified, SharingLevel.Public, Rules.Today), (version.Stage, version.Sharing, version.RatifiedOn));
        Assert.Equal(
            [
                PlanActKind.Drafted,
                PlanActKind.OpenedForShaping,
                PlanActKind.Considered,
                PlanActKind.Put,
                PlanActKind.Approved,
                PlanActKind.Approved,
                PlanActKind.Ratified,
            ],
            version.Acts.Select(a => a.Kind)
        );
        Assert.Equal(["Shaping", "Considered", "PutToPartnership"], version.Events.OfType<PlanVersionPutForward>().Select(e => e.Stage));
        Assert.All(version.Events.OfType<PlanVersionPutForward>(), e => Assert.Equal(SharingLevel.Partners, e.Sharing));
        var told = version.Told<PlanVersionRatified>();
        Assert.Equal((SharingLevel.Public, version.ContentHash, 1), (told.Sharing, told.ContentHash, told.Number));
    }

    [Fact]
    public void No_step_is_left_out()
    {
        var draft = APlan.Draft();
        draft.Consider(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-next");
        draft.Put(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-next");
        draft.ApprovedBy(APlan.Council).Refused("plan/not-put");
        draft.SendBack("No.", APlan.Council, Rules.Today, Rules.Now).Refused("plan/not-put");

        var shaped = APlan.Shaped();

        shaped.OpenForShaping(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-next");
        shaped.Put(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-next");
        shaped.ApprovedBy(APlan.Council).Refused("plan/not-put");
        APlan.Put().Consider(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-next");
    }

    [Fact]
    public void It_may_be_shaped_again_after_the_Board_has_considered_it()
    {
        var version = APlan.Draft();
        version.OpenForShaping(new(new(2022, 4, 20), null, null), APlan.Lead, Rules.Today, Rules.Now).Holds();
        version.Consider(new(new(2022, 5, 27), null, null), APlan.Lead, Rules.Today, Rules.Now).Holds();
        version.OpenForShaping(new(new(2022, 6, 13), null, null), APlan.Lead, Rules.Today, Rules.Now).Holds();

        version.Put(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Holds();
    }

    [Fact]
    public void Steps_are_dated_in_their_order_and_never_ahead()
    {
        var version = APlan.Shaped();

        version.Consider(new(new(2022, 6, 13), null, null), APlan.Lead, Rules.Today, Rules.Now).Refused("plan/out-of-order", "on");
        version.Consider(new(new(2022, 6, 15), null, null), APlan.Lead, Rules.Today, Rules.Now).Refused("plan/in-the-future", "on");
    }

    [Fact]
    public void One_approval_is_not_enough()
    {
        var version = APlan.Put();

        version.ApprovedBy(APlan.Council).Holds();

        Assert.Equal(PlanStage.PutToPartnership, version.Stage);
        Assert.Empty(version.Events.OfType<PlanVersionRatified>());
    }

    [Fact]
    public void The_same_co_chair_twice_is_not_two()
    {
        var version = APlan.Put();
        version.ApprovedBy(APlan.Council).Holds();

        version.ApprovedBy(APlan.Council).Refused("plan/approved-already");
        version.ApprovedBy(APlan.Council with { Person = "another" }).Refused("plan/approved-already");

        Assert.Equal(PlanStage.PutToPartnership, version.Stage);
    }

    [Fact]
    public void One_person_with_both_roles_is_not_two_co_chairs()
    {
        var version = APlan.Put();
        version.ApprovedBy(APlan.Council).Holds();

        version.ApprovedBy(APlan.Police with { Person = APlan.Council.Person }).Refused("plan/same-person");

        Assert.Equal(PlanStage.PutToPartnership, version.Stage);
    }

    [Fact]
    public void Only_a_co_chair_approves_or_sends_back()
    {
        APlan.Put().ApprovedBy(APlan.Lead).Refused("plan/not-a-co-chair");
        APlan.Put().SendBack("No.", APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-a-co-chair");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_approval_says_what_it_approves(string? hash) =>
        APlan.Put().Approve(hash, APlan.Council, Rules.Today, Rules.Now).Refused("input/required", "contentHash");

    [Fact]
    public void An_approval_is_of_the_content_that_stands_there()
    {
        var version = APlan.Put();
        var other = APlan.Content("Hold three workshops!");

        version.ApprovedBy(APlan.Council, other.Hash).Refused("plan/not-this-content", "contentHash");
        version.ApprovedBy(APlan.Council, version.ContentHash.ToUpperInvariant()).Refused("plan/not-this-content");
    }

    [Fact]
    public void A_change_of_one_character_after_the_first_approval_voids_it()
    {
        var version = APlan.Put();
        version.ApprovedBy(APlan.Council).Holds();
        var approved = version.ContentHash;

        version.Redrawn(APlan.Content("Hold three workshops!")).Holds();

        Assert.NotEqual(approved, version.ContentHash);
        Assert.Empty(version.Approvals());
        var voided = version.Acts[^1];
        Assert.Equal((PlanActKind.Voided, APlan.Council.Role), (voided.Kind, voided.Role));
        Assert.NotNull(voided.Note);
        version.ApprovedBy(APlan.Police).Holds();
        Assert.Equal(PlanStage.PutToPartnership, version.Stage);
        version.ApprovedBy(APlan.Council, approved).Refused("plan/not-this-content");
        version.ApprovedBy(APlan.Council).Holds();
        Assert.Equal(PlanStage.Ratified, version.Stage);
    }

    [Fact]
    public void A_voided_approval_does_not_come_back_with_the_words()
    {
        var version = APlan.Put();
        version.ApprovedBy(APlan.Council).Holds();
        version.Redrawn(APlan.Content("Other words.")).Holds();

        version.Redrawn(APlan.Content()).Holds();

        Assert.Empty(version.Approvals());
    }

    [Fact]
    public void Drawing_anew_needs_a_reason_and_a_change()
    {
        var version = APlan.Draft();

        version.Redrawn(APlan.Content("Other words."), why: " ").Refused("input/required", "why");
        version.Redrawn(APlan.Content()).Refused("plan/nothing-changed");
    }

    [Fact]
    public void What_is_ratified_stays_as_it_is()
    {
        var version = APlan.Ratified();
        var acts = version.Acts.Count;

        version.Redrawn(APlan.Content("Other words.")).Refused("plan/ratified");
        version.OpenForShaping(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/ratified");
        version.ApprovedBy(APlan.Council).Refused("plan/ratified");
        version.SendBack("No.", APlan.Council, Rules.Today, Rules.Now).Refused("plan/ratified");

        Assert.Equal(acts, version.Acts.Count);
    }

    [Fact]
    public void Sending_back_needs_reasons_and_leads_to_the_next_draft()
    {
        var version = APlan.Put();
        version.SendBack("  ", APlan.Police, Rules.Today, Rules.Now).Refused("plan/no-reasons", "reasons");

        version.SendBack("The owners are not named.", APlan.Police, Rules.Today, Rules.Now).Holds();

        Assert.Equal((PlanStage.SentBack, SharingLevel.Partners), (version.Stage, version.Sharing));
        var told = version.Told<PlanVersionSentBack>();
        Assert.Equal(APlan.Police.Role, told.By);
        Assert.DoesNotContain("owners", told.Headline, StringComparison.Ordinal);
        version.ApprovedBy(APlan.Council).Refused("plan/sent-back");
        Assert.Equal(2, APlan.Draft(after: version).Number);
    }

    [Fact]
    public void One_version_is_worked_on_at_a_time() =>
        PlanVersion
            .Start("PAP-PLAN-002", APlan.Put(), APlan.Content(), null, APlan.Lead, Rules.Today, Rules.Now)
            .Refused("plan/version-open");

    [Fact]
    public void An_empty_plan_is_no_version() =>
        PlanVersion
            .Start("PAP-PLAN-001", null, PlanContent.Draw(PlanText.Of([]), [], Rules.Now), null, APlan.Lead, Rules.Today, Rules.Now)
            .Refused("plan/empty");

    [Fact]
    public void What_is_not_public_is_not_put_to_the_partnership()
    {
        var version = APlan.Shaped(APlan.Content(notPublic: "ACT-1"));
        version.Consider(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Holds();
        version.Put(APlan.Today, APlan.Lead, Rules.Today, Rules.Now).Refused("plan/not-public");

        APlan.Put().Redrawn(APlan.Content("Other words.", "ACT-1")).Refused("plan/not-public");
    }

    [Fact]
    public void It_is_seen_as_at_a_date_with_the_approvals_that_counted_then()
    {
        var version = APlan.Put();
        version.ApprovedBy(APlan.Council).Holds();
        var later = Rules.Today.AddDays(3);
        version.Redraw(APlan.Content("Other words."), "Asked for.", APlan.Lead, later, Rules.Now.AddDays(3)).Holds();

        var then = PlanVersionView.Of(version, later.AddDays(-1));
        var now = PlanVersionView.Of(version, later);

        Assert.Equal([APlan.Council.Role], then.ApprovedBy);
        Assert.Equal(APlan.Content().Hash, then.ContentHash);
        Assert.Empty(now.ApprovedBy);
        Assert.Equal(version.ContentHash, now.ContentHash);
        Assert.Equal(then.Acts.Count + 2, now.Acts.Count);
    }

    [Fact]
    public void Comments_are_taken_while_it_is_being_shaped_and_answered_once()
    {
        PlanComment
            .Make(APlan.Draft(), APlan.Text(), "More workshops.", null, "account-hackney", Rules.Today, Rules.Now)
            .Refused("plan/not-being-shaped");
        var version = APlan.Shaped();
        PlanComment
            .Make(version, APlan.Text(), "More.", "ACT-9", "account-hackney", Rules.Today, Rules.Now)
            .Refused("plan/not-in-content", "about");
        var comment = PlanComment.Make(version, APlan.Text(), "More.", "ACT-1", "account-hackney", Rules.Today, Rules.Now).Value;

        comment.Reply(" ", Rules.Today).Refused("input/required", "answer");
        comment.Reply("A fourth was added.", Rules.Today).Holds();

        comment.Reply("Another answer.", Rules.Today).Refused("plan/answered-already");
        Assert.Equal("A fourth was added.", comment.Answer);
    }
}
