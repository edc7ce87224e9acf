using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Protocols;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

/// <summary>Drafts, comments, the working group, and who endorses what.</summary>
public sealed class EndorsementTests
{
    private const StakeholderClass Parents = StakeholderClass.Parents;

    [Fact]
    public void Drafts_are_numbered_and_each_has_the_hash_of_its_title_and_words()
    {
        var protocol = AProtocol.Started();

        var first = protocol.Drafts("Officers are met\r\nat the gate.");
        var second = protocol.Drafts("Officers are met at the door.");

        Assert.Equal([1, 2], protocol.Drafts.Select(d => d.Number));
        Assert.Equal("Safer schools officers\n\nOfficers are met\nat the gate.", first.Canonical);
        Assert.Equal("d921721262dcec9bffc5db4c0b7b877fe7cc7338c3d8555b9e59a858a2036b8d", first.Hash);
        Assert.Equal((2, second.Hash), (protocol.CurrentDraft!.Number, protocol.CurrentDraft.Hash));
    }

    [Fact]
    public void What_was_endorsed_for_some_schools_is_endorsed_anew_before_it_is_for_others()
    {
        var text = A.Protocol() with { Audience = Audience.SecondarySchools };
        var protocol = AProtocol.Endorsed(text);

        protocol.Correct(text with { Reference = null, Audience = Audience.EverySchool }).Refused("protocol/audience-endorsed", "audience");
        protocol.Correct(text with { Reference = null, Audience = null, Aim = "As before." }).Holds();
        Assert.Equal(Audience.SecondarySchools, protocol.Audience);

        protocol.Drafts("Officers are met at the gate of every school.");
        protocol.Correct(text with { Reference = null, Audience = Audience.EverySchool }).Holds();
        protocol.StakeholderClasses.ForEach(c => protocol.EndorsedOnBehalf(c).Holds());
        protocol.Publish(Today, AProtocol.Review, Today, Now).Holds();

        Assert.Equal(Audience.EverySchool, protocol.Events.OfType<ProtocolPublished>().Single().Audience);
    }

    [Fact]
    public void Drafts_are_told_to_partners_only()
    {
        var protocol = AProtocol.Drafted();

        var told = protocol.Events.OfType<ProtocolRecorded>().Last();
        Assert.Equal(("Draft 1 written: Safer schools officers", SharingLevel.Partners), (told.Headline, told.Sharing));
    }

    [Fact]
    public void A_draft_says_something_else_than_the_one_before_and_is_not_dated_before_it()
    {
        var protocol = AProtocol.Drafted();

        protocol.WriteDraft(new(" Officers are met at the gate.\n", null, null), Today, Now).Refused("draft/same-words", "text");
        protocol.WriteDraft(new(" ", null, null), Today, Now).Refused("input/required", "text");
        protocol.WriteDraft(new("Else", null, Today.AddDays(1)), Today, Now).Refused("draft/in-the-future", "on");
        protocol.WriteDraft(new("Else", null, Today.AddDays(-1)), Today, Now).Refused("draft/before-the-last", "on");

        Assert.Single(protocol.Drafts);
    }

    [Fact]
    public void An_organisation_endorses_only_for_the_class_it_speaks_for()
    {
        var protocol = AProtocol.Drafted();
        protocol.Join(Parents, "account-hackney", null, Today, Now).Holds();

        protocol
            .Endorse(protocol.By("account-hackney", StakeholderClass.Headteachers), Today, Now)
            .Refused("endorsement/not-your-class", "class");
        protocol.Endorse(protocol.By("hcvs", Parents), Today, Now).Refused("endorsement/not-your-class", "class");

        protocol.Endorse(protocol.By("account-hackney", Parents), Today, Now).Holds();
        Assert.True(protocol.IsEndorsedBy(Parents));
        Assert.Contains(
            protocol.Events.OfType<ProtocolRecorded>(),
            e => e.Headline == "Draft 1 endorsed by parents: Safer schools officers"
        );
    }

    [Fact]
    public void Who_endorses_names_the_text_that_was_read()
    {
        var protocol = AProtocol.Drafted();
        var read = protocol.CurrentDraft!.Hash;
        protocol.Drafts("Officers are met at the door.");

        protocol.Endorse(new(Parents, read, null, "By letter.", null), Today, Now).Refused("draft/not-current", "draftHash");
        protocol.Endorse(new(Parents, null, null, "By letter.", null), Today, Now).Refused("draft/not-current", "draftHash");
    }

    [Fact]
    public void A_new_draft_makes_the_endorsement_of_the_older_one_not_count_though_it_stays()
    {
        var protocol = AProtocol.Endorsed();
        var (first, hash) = (protocol.CurrentDraft!.Number, protocol.CurrentDraft.Hash);

        protocol.Drafts("Officers are met at the door.");

        Assert.False(protocol.IsEndorsedBy(Parents));
        Assert.All(protocol.Endorsements, e => Assert.Equal((first, hash), (e.Draft, e.Hash)));
        protocol.Drafts("Officers are met at the gate.");
        Assert.False(protocol.IsEndorsedBy(Parents), "The same words again are another draft, to be endorsed anew.");
    }

    [Fact]
    public void An_endorsement_on_behalf_needs_a_note()
    {
        var protocol = AProtocol.Drafted();

        protocol.Endorse(new(Parents, protocol.CurrentDraft!.Hash, null, " ", null), Today, Now).Refused("endorsement/no-note", "note");
    }

    [Fact]
    public void A_class_endorses_a_draft_once_and_only_where_it_is_asked()
    {
        var protocol = AProtocol.Endorsed();

        protocol.EndorsedOnBehalf(Parents).Refused("endorsement/given-already", "class");
        protocol.EndorsedOnBehalf(StakeholderClass.Police).Refused("endorsement/not-asked", "class");
        AProtocol.Started().EndorsedOnBehalf(Parents).Refused("protocol/no-draft");
        AProtocol.Published().EndorsedOnBehalf(Parents).Refused("protocol/published");
    }

    [Fact]
    public void An_endorsement_lies_between_the_day_of_the_draft_and_today()
    {
        var protocol = AProtocol.Drafted();
        GivenEndorsement On(DateOnly day) => new(Parents, protocol.CurrentDraft!.Hash, null, "By letter.", day);

        protocol.Endorse(On(Today.AddDays(1)), Today, Now).Refused("endorsement/in-the-future", "on");
        protocol.Endorse(On(Today.AddDays(-1)), Today, Now).Refused("endorsement/before-draft", "on");
    }

    [Fact]
    public void A_class_is_asked_once_for_a_draft_with_a_day_to_answer_by()
    {
        AProtocol.Started().AskToEndorse(Parents, Today, Today, Now).Refused("protocol/no-draft");
        var protocol = AProtocol.Drafted();
        protocol.AskToEndorse(null, null, Today, Now).Refused("input/required", "class");
        protocol.AskToEndorse(Parents, null, Today, Now).Refused("input/required", "answerBy");
        protocol.AskToEndorse(Parents, Today.AddDays(-1), Today, Now).Refused("endorsement/answer-by", "answerBy");
        protocol.AskToEndorse(StakeholderClass.Police, Today, Today, Now).Refused("endorsement/not-asked", "class");

        protocol.AskToEndorse(Parents, Today.AddDays(7), Today, Now).Holds();

        protocol.AskToEndorse(Parents, Today.AddDays(9), Today, Now).Refused("endorsement/asked-already", "class");
        protocol.EndorsedOnBehalf(StakeholderClass.Headteachers).Holds();
        protocol.AskToEndorse(StakeholderClass.Headteachers, Today, Today, Now).Refused("endorsement/given-already", "class");
    }

    [Fact]
    public void What_was_asked_is_awaited_then_late_until_it_is_endorsed_and_lapses_with_the_draft()
    {
        var protocol = AProtocol.Drafted();
        protocol.AskToEndorse(Parents, Today.AddDays(7), Today, Now).Holds();
        protocol.AskToEndorse(StakeholderClass.Headteachers, Today.AddDays(7), Today, Now).Holds();
        var (parents, heads) = (protocol.Asks[0], protocol.Asks[1]);

        protocol.EndorsedOnBehalf(Parents, Today.AddDays(9)).Holds();
        protocol.Drafts("Officers are met at the door.", Today.AddDays(10));

        Assert.Equal(AskState.Awaited, protocol.StateOf(parents, Today.AddDays(7)));
        Assert.Equal(AskState.Late, protocol.StateOf(parents, Today.AddDays(8)));
        Assert.Equal(AskState.Endorsed, protocol.StateOf(parents, Today.AddDays(10)));
        Assert.Equal(AskState.Lapsed, protocol.StateOf(heads, Today.AddDays(10)));
    }

    [Fact]
    public void A_class_that_was_asked_is_not_left_out_to_publish_without_it()
    {
        var protocol = AProtocol.Drafted();
        protocol.AskToEndorse(Parents, Today, Today, Now).Holds();

        protocol
            .Correct(A.Protocol() with { StakeholderClasses = [StakeholderClass.Headteachers] })
            .Refused("protocol/class-asked", "stakeholderClasses");
        protocol.Correct(A.Protocol() with { StakeholderClasses = [Parents] }).Holds();
    }

    [Fact]
    public void An_organisation_is_in_the_working_group_once_for_a_class_from_the_day_it_joined_to_the_day_it_left()
    {
        var protocol = AProtocol.Started();
        protocol.Join(null, " ", Today.AddDays(1), Today, Now).Refused("input/required", "class");
        protocol.Join(Parents, "hcvs", Today.AddDays(1), Today, Now).Refused("working-group/in-the-future", "on");
        protocol.Join(Parents, "hcvs", Today, Today, Now).Holds();
        protocol.Join(Parents, "hcvs", Today, Today, Now).Refused("working-group/in-it-already", "organisation");
        var member = protocol.WorkingGroup[0].Id;
        protocol.Leave(Guid.NewGuid(), null, Today, Now).Refused("working-group/not-in-it");
        protocol.Leave(member, Today.AddDays(-1), Today, Now).Refused("working-group/leaving-date", "on");

        protocol.Leave(member, Today.AddDays(3), Today.AddDays(4), Now).Holds();

        Assert.True(protocol.SpeaksFor("hcvs", Parents, Today));
        Assert.True(protocol.SpeaksFor("hcvs", Parents, Today.AddDays(3)), "Nobody knew yet that it had left.");
        Assert.False(protocol.SpeaksFor("hcvs", Parents, Today.AddDays(4)));
        Assert.False(protocol.SpeaksFor(null, Parents, Today));
        protocol.Leave(member, null, Today.AddDays(4), Now).Refused("working-group/left-already");
        protocol.Join(Parents, "hcvs", null, Today.AddDays(5), Now).Holds();
        Assert.True(protocol.SpeaksFor("hcvs", Parents, Today.AddDays(5)));
    }

    [Fact]
    public void A_comment_is_on_the_current_draft_and_is_answered_once_with_a_reason()
    {
        var protocol = AProtocol.Drafted();
        var old = protocol.CurrentDraft!.Hash;
        protocol.Drafts("Officers are met at the door.");
        var hash = protocol.CurrentDraft!.Hash;
        DraftComment.Make(protocol, new(old, "Which door?", null, null), "hcvs", Today, Now).Refused("draft/not-current", "draftHash");
        DraftComment.Make(protocol, new(hash, "Which door?", null, null), null, Today, Now).Refused("comment/no-class", "class");
        DraftComment.Make(protocol, new(hash, "Which door?", null, Parents), "hcvs", Today, Now).Refused("comment/not-your-class", "class");

        var comment = DraftComment.Make(protocol, new(hash, "Which door?", "2", null), "hcvs", Today, Now).Value;

        Assert.Equal((2, hash, "hcvs"), (comment.Draft, comment.DraftHash, comment.Organisation));
        comment.Reply(null, " ", Today).Refused("input/required", "takenUp");
        comment.Reply(true, " ", Today).Refused("input/required", "answer");
        comment.Reply(true, "The front door: said so now.", Today).Holds();
        comment.Reply(false, "On second thoughts.", Today).Refused("comment/answered-already");
        DraftComment.Make(AProtocol.Published(), new(hash, "Late.", null, null), "hcvs", Today, Now).Refused("protocol/published");
    }
}
