using System.Net;
using System.Security.Cryptography;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Comparing;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

/// <summary>Drafts, comments and endorsements as people of each role come to them.</summary>
public sealed class DraftSliceTests(PoliceActionPlanHost host) : ProtocolSlices(host)
{
    private const HttpStatusCode NotFound = HttpStatusCode.NotFound;

    [Fact]
    public async Task Old_texts_stay_readable_and_each_answers_with_the_very_bytes_of_its_hash()
    {
        var (_, path) = await StartAsync();
        await DraftAsync(path, "Officers are met at the gate.");
        var second = await DraftAsync(path, "Officers are met at the front door.");

        var old = await Lead.ReadAsync<DraftTextView>($"{path}/drafts/1");
        using var raw = await Lead.SeeAsync($"{path}/drafts/2/text");

        Assert.Equal(("Officers are met at the gate.", false), (old.Text, old.Current));
        Assert.Equal("text/plain", raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal(second.Hash, Convert.ToHexStringLower(SHA256.HashData(await raw.Content.ReadAsByteArrayAsync())));
        Assert.True((await Lead.ReadAsync<DraftTextView>($"{path}/drafts/2")).Current);
        Assert.Equal(NotFound, (await Lead.SeeAsync($"{path}/drafts/3")).StatusCode);
    }

    [Fact]
    public async Task Two_texts_are_compared_word_by_word()
    {
        var (_, path) = await StartAsync();
        await DraftAsync(path, "Officers are met at the gate.");
        await DraftAsync(path, "Officers are met at the front door.");

        var changes = await Lead.ReadAsync<DraftComparisonView>($"{path}/drafts/comparison?from=1&to=2");

        Assert.Equal((1, 2), (changes.From.Number, changes.To.Number));
        Assert.Equal(
            [
                (ChangeKind.Same, "Officers are met at the "),
                (ChangeKind.Removed, "gate"),
                (ChangeKind.Added, "front door"),
                (ChangeKind.Same, "."),
            ],
            changes.Text.Select(w => (w.Kind, w.Text))
        );
        Assert.All(changes.Title, w => Assert.Equal(ChangeKind.Same, w.Kind));
        Assert.Equal(NotFound, (await Lead.SeeAsync($"{path}/drafts/comparison?from=1&to=3")).StatusCode);
    }

    [Fact]
    public async Task A_draft_that_may_name_somebody_is_not_kept_before_its_writer_confirms_it()
    {
        var (_, path) = await StartAsync();
        const string text = "Call Mrs Sample on 020 7946 0018 first.";

        var problem = await Lead.ActAsync(path, "/drafts", new WriteDraft(text, null, null)).ProblemAsync(Refused);
        await Lead.ActAsync(path, "/drafts", new WriteDraft(text, null, null, Confirmed: true)).ReadAsync<ProtocolView>();

        Assert.Equal("screening/likely-personal-data", problem.Type);
        Assert.Single((await Lead.ReadAsync<ProtocolView>(path)).Drafts);
    }

    [Fact]
    public async Task Drafts_are_read_by_boards_and_partners_police_included_and_by_everyone_once_issued()
    {
        var (_, path) = await ReadyAsync();
        using var anyone = Host.Anonymous();
        using var police = Host.Police();
        using var school = Host.As(Roles.School, school: 100_001);

        foreach (var outsider in new[] { anyone, school })
        {
            Assert.Empty((await outsider.ReadAsync<ProtocolView>(path)).Drafts);
            Assert.Null((await outsider.ReadAsync<ProtocolView>(path)).CurrentDraft);
            Assert.Equal(NotFound, (await outsider.SeeAsync($"{path}/drafts/1")).StatusCode);
            Assert.Equal(NotFound, (await outsider.SeeAsync($"{path}/drafts/1/text")).StatusCode);
            Assert.Equal(NotFound, (await outsider.SeeAsync($"{path}/drafts/comparison?from=1&to=1")).StatusCode);
        }

        Assert.Equal(
            (1, 1),
            (
                (await police.ReadAsync<ProtocolView>(path)).CurrentDraft,
                (await police.ReadAsync<DraftTextView>($"{path}/drafts/1")).Draft.Number
            )
        );
        await Lead.ActAsync(path, "/publication", new PublishProtocol(null, new(2099, 6, 14))).ReadAsync<ProtocolView>();
        var read = await anyone.ReadAsync<DraftTextView>($"{path}/drafts/1");
        Assert.Equal(("Officers are met at the gate.", true, true), (read.Text, read.Draft.Published, read.Draft.InForce));
    }

    [Fact]
    public async Task Police_partners_read_drafts_and_comments_and_write_none()
    {
        var (_, path) = await StartAsync();
        var draft = await DraftAsync(path, "Officers are met at the gate.");
        await JoinAsync(path, StakeholderClass.Parents, "metropolitan-police");
        using var police = Host.Police();

        var answers = new[]
        {
            await police.PostAsync($"{path}/comments", new CommentOnDraft(draft.Hash, "No.", null, null)),
            await police.PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, draft.Hash, null, null)),
            await police.PostAsync($"{path}/endorsement-asks", new AskForEndorsement(StakeholderClass.Parents, Today)),
            await police.ActAsync(path, "/drafts", new WriteDraft("Else.", null, null)),
            await police.ActAsync(path, "/publication", new PublishProtocol(null, null)),
        };

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
        Assert.Empty(await police.ListAsync<DraftCommentView>($"{path}/comments"));
    }

    [Fact]
    public async Task A_comment_on_the_draft_is_answered_once_and_stays_with_that_draft()
    {
        var (_, path) = await StartAsync();
        var draft = await DraftAsync(path, "Officers are met at the gate.");
        using var community = Host.Community();
        using var councillor = Host.As(Roles.Councillor);
        using var anyone = Host.Anonymous();

        var named = await community
            .PostAsync($"{path}/comments", new CommentOnDraft(draft.Hash, "Ask Mrs Sample.", null, null))
            .ProblemAsync(Refused);
        var comment = await community.MakeAsync<DraftCommentView>(
            $"{path}/comments",
            new CommentOnDraft(draft.Hash, "Which gate?", "Paragraph 1", null)
        );
        var onBehalf = await Lead.MakeAsync<DraftCommentView>(
            $"{path}/comments",
            new CommentOnDraft(draft.Hash, "Agreed.", null, StakeholderClass.Headteachers)
        );
        var other = await StartAsync(A.Protocol("PRO-2"));
        var astray = await Lead.PostAsync($"{other.Path}/comments/{comment.Id}/answer", new AnswerDraftComment(true, "Yes."))
            .ProblemAsync(NotFound);
        await Lead.PostAsync($"{path}/comments/{comment.Id}/answer", new AnswerDraftComment(true, "The front gate: said so now."))
            .ReadAsync<DraftCommentView>();
        var again = await Lead.PostAsync($"{path}/comments/{comment.Id}/answer", new AnswerDraftComment(false, "No."))
            .ProblemAsync(Refused);
        await DraftAsync(path, "Officers are met at the front gate.");
        var late = await community
            .PostAsync($"{path}/comments", new CommentOnDraft(draft.Hash, "And the back gate?", null, null))
            .ProblemAsync(Refused);

        Assert.Equal(
            ("screening/likely-personal-data", "not-found", "comment/answered-already", "draft/not-current"),
            (named.Type, astray.Type, again.Type, late.Type)
        );
        Assert.Equal((null, StakeholderClass.Headteachers), (onBehalf.Organisation, onBehalf.Class));
        var read = await councillor.ListAsync<DraftCommentView>($"{path}/comments?draft=1");
        Assert.Equal([("account-hackney", true), (null, null)], read.Select(c => (c.Organisation, c.TakenUp)));
        Assert.Equal(onBehalf.Id, Assert.Single(await Lead.ListAsync<DraftCommentView>($"{path}/comments?answered=false")).Id);
        Assert.Empty(await Lead.ListAsync<DraftCommentView>($"{path}/comments?draft=2"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.SeeAsync($"{path}/comments")).StatusCode);
    }

    [Fact]
    public async Task A_community_partner_endorses_for_the_class_their_organisation_speaks_for_while_it_does()
    {
        var (_, path) = await StartAsync();
        var draft = await DraftAsync(path, "Officers are met at the gate.");
        var member = (await JoinAsync(path, StakeholderClass.Parents, "account-hackney")).WorkingGroup[0];
        using var account = Host.Community();
        using var another = Host.Community("hcvs");

        var other = await account
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Headteachers, draft.Hash, "Yes", null))
            .ProblemAsync(HttpStatusCode.Forbidden);
        await another
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, draft.Hash, "Yes", null))
            .ProblemAsync(HttpStatusCode.Forbidden);
        var left = await Lead.ActAsync(path, $"/working-group/{member.Id}/leaving", new LeaveWorkingGroup(null)).ReadAsync<ProtocolView>();
        await account
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, draft.Hash, "Yes", null))
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("endorsement/not-your-class", other.Type);
        Assert.Equal(Today, Assert.Single(left.WorkingGroup).LeftOn);
        Assert.Empty((await Lead.ReadAsync<ProtocolView>(path)).Endorsements);
    }

    [Fact]
    public async Task The_same_class_endorsing_twice_at_once_endorses_once()
    {
        var (_, path) = await StartAsync();
        var draft = await DraftAsync(path, "Officers are met at the gate.");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => Lead.PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, draft.Hash, "By letter.", null)))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Single((await Lead.ReadAsync<ProtocolView>(path)).Endorsements);
    }

    [Fact]
    public async Task What_was_asked_written_and_endorsed_later_is_not_in_a_view_as_at_an_earlier_date()
    {
        var began = Today;
        var (_, path) = await StartAsync();
        await DraftAsync(path, "Officers are met at the gate.");
        await Lead.PostAsync($"{path}/endorsement-asks", new AskForEndorsement(StakeholderClass.Parents, began.AddDays(1)))
            .ReadAsync<ProtocolView>();
        Host.Clock.Advance(TimeSpan.FromDays(3));
        await JoinAsync(path, StakeholderClass.Parents, "hcvs");
        await EndorseAsync(path, StakeholderClass.Headteachers);
        await DraftAsync(path, "Officers are met at the front door.");

        var then = await Lead.ReadAsync<ProtocolView>($"{path}?asAt={began:yyyy-MM-dd}");
        var late = await Lead.ReadAsync<ProtocolView>($"{path}?asAt={began.AddDays(2):yyyy-MM-dd}");
        var now = await Lead.ReadAsync<ProtocolView>(path);

        Assert.Equal(
            (1, 0, 0, AskState.Awaited),
            (then.CurrentDraft!.Value, then.Endorsements.Count, then.WorkingGroup.Count, then.Asks[0].State)
        );
        Assert.Equal(AskState.Late, late.Asks[0].State);
        Assert.Equal((2, AskState.Lapsed), (now.CurrentDraft!.Value, now.Asks[0].State));
        Assert.Equal((1, false), (now.Endorsements[0].Draft, now.Endorsements[0].Counts));
        Assert.Equal([StakeholderClass.Headteachers, StakeholderClass.Parents], now.AwaitedClasses);
        Assert.Equal([StakeholderClass.Headteachers], now.Drafts[0].EndorsedBy);
        Assert.Equal(NotFound, (await Lead.SeeAsync($"{path}/drafts/2?asAt={began:yyyy-MM-dd}")).StatusCode);
    }

    [Fact]
    public async Task Partner_level_work_is_not_commented_on_by_those_who_may_not_read_it()
    {
        var (_, path) = await StartAsync(A.Protocol() with { Sharing = SharingLevel.Partners });
        await DraftAsync(path, "Officers are met at the gate.");
        using var unattached = Host.As(Roles.CommunityPartner);
        using var staff = Host.As(Roles.Staff);

        var problem = await unattached
            .PostAsync($"{path}/comments", new CommentOnDraft("", "Yes.", null, null))
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("comment/no-organisation", problem.Type);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.SeeAsync($"{path}/comments")).StatusCode);
        Assert.Equal(NotFound, (await staff.SeeAsync($"{path}/drafts/1")).StatusCode);
    }
}
