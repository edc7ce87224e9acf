using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Comparing;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChildQ.PoliceActionPlan.Tests.Plan;

public sealed class PlanSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private const string Versions = "/plan/versions";
    private static readonly PlanStep Today = new(null, null, null);

    private readonly HttpClient _lead = host.Lead();
    private readonly HttpClient _council = host.As(Roles.CoChairCouncil, subject: "chief-executive");
    private readonly HttpClient _police = host.As(Roles.CoChairPolice, subject: "borough-commander");
    private readonly HttpClient _anyone = host.Anonymous();

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _lead, _council, _police, _anyone })
        {
            client.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_version_is_drafted_put_and_ratified_by_both_co_chairs_on_the_same_content()
    {
        await using var heard = await Heard.ListenAsync<IReportable>(host);
        var (version, path) = await PutAsync();

        var once = await ApproveAsync(_council, path, version.ContentHash).ReadAsync<PlanVersionView>();
        var ratified = await ApproveAsync(_police, path, version.ContentHash).ReadAsync<PlanVersionView>();

        Assert.Equal((PlanStage.PutToPartnership, Roles.CoChairPolice), (once.Stage, Assert.Single(once.AwaitedCoChairs)));
        Assert.Equal((PlanStage.Ratified, version.KnownOn), (ratified.Stage, ratified.RatifiedOn));
        var told = await heard.OfAsync("PAP-PLAN-001", 4);
        Assert.Equal("Version 1 of the shared plan: ratified by both co-chairs", told[^1].Headline);
        Assert.Equal([SharingLevel.Partners, SharingLevel.Public], told.Select(e => e.Sharing).Distinct());
        Assert.All(told, e => Assert.Equal($"/police-action-plan/plan/{version.Id}", e.Path));
    }

    [Fact]
    public async Task The_content_hash_is_of_the_bytes_that_everyone_gets()
    {
        var (version, path) = await RatifiedAsync();

        using var answer = await _anyone.SeeAsync($"{path}/content");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(version.ContentHash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var action = Assert.Single(Assert.Single(PlanText.Read(Encoding.UTF8.GetString(bytes)).Priorities).Actions);
        Assert.Equal(("ACT-1", "Hold three workshops with community stakeholders."), (action.Reference, action.Commitment));
    }

    [Fact]
    public async Task A_change_of_one_character_after_the_first_approval_voids_it()
    {
        var (version, path) = await PutAsync();
        await ApproveAsync(_council, path, version.ContentHash).ReadAsync<PlanVersionView>();
        await CorrectActionAsync(a => a with { Commitment = a.Commitment + "!" });

        var redrawn = await _lead.ActAsync(path, "/content", new RedrawPlan("The Board asked for it.")).ReadAsync<PlanVersionView>();
        var stale = await ApproveAsync(_police, path, version.ContentHash).ProblemAsync(Refused);
        var after = await ApproveAsync(_police, path, redrawn.ContentHash).ReadAsync<PlanVersionView>();

        Assert.NotEqual(version.ContentHash, redrawn.ContentHash);
        Assert.Empty(redrawn.ApprovedBy);
        Assert.Equal((PlanActKind.Voided, Roles.CoChairCouncil), (redrawn.Acts[^1].Kind, redrawn.Acts[^1].Role));
        Assert.Equal("plan/not-this-content", stale.Type);
        Assert.Equal((PlanStage.PutToPartnership, Roles.CoChairCouncil), (after.Stage, Assert.Single(after.AwaitedCoChairs)));
    }

    [Fact]
    public async Task The_frozen_copy_does_not_follow_the_live_plan_by_itself()
    {
        var (version, path) = await PutAsync();

        await CorrectActionAsync(a => a with { Title = "Something else" });

        Assert.Equal(version.ContentHash, (await _lead.ReadAsync<PlanVersionView>(path)).ContentHash);
        Assert.Equal("Hold workshops", Assert.Single((await _lead.ReadAsync<PlanText>($"{path}/content")).Priorities).Actions[0].Title);
    }

    [Fact]
    public async Task Both_co_chairs_at_the_same_moment_ratify_it_once()
    {
        var (version, path) = await PutAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => ApproveAsync(i % 2 == 0 ? _council : _police, path, version.ContentHash))
        );

        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(6, answers.Count(a => a.StatusCode == Refused));
        var ratified = await _anyone.ReadAsync<PlanVersionView>(path);
        Assert.Equal(2, ratified.Acts.Count(a => a.Kind == PlanActKind.Approved));
        Assert.Single(ratified.Acts, a => a.Kind == PlanActKind.Ratified);
    }

    [Fact]
    public async Task An_approval_and_a_change_at_the_same_moment_never_ratify_what_was_not_approved()
    {
        await FillAsync();
        for (var round = 0; round < 10; round++)
        {
            await CorrectActionAsync(a => a with { Commitment = $"The commitment of round {round}." });
            var path = await StartAsync();
            var version = await PutAsync(path);
            await ApproveAsync(_council, path, version.ContentHash).ReadAsync<PlanVersionView>();
            await CorrectActionAsync(a => a with { Commitment = $"Another commitment in round {round}." });
            var etag = await _lead.ETagAsync(path);

            var redraw = _lead.PostAsync($"{path}/content", new RedrawPlan("Asked for."), etag);
            var approve = ApproveAsync(_police, path, version.ContentHash);
            await Task.WhenAll(redraw, approve);

            var now = await _lead.ReadAsync<PlanVersionView>(path);
            var ratified = (await approve).StatusCode == HttpStatusCode.OK;
            Assert.NotEqual(ratified, (await redraw).StatusCode == HttpStatusCode.OK);
            Assert.Equal(
                ratified ? (PlanStage.Ratified, true, 2) : (PlanStage.PutToPartnership, false, 0),
                (now.Stage, now.ContentHash == version.ContentHash, now.ApprovedBy.Count)
            );
            if (!ratified)
            {
                await _council.PostAsync($"{path}/send-back", new SendPlanBack("The next round.")).ReadAsync<PlanVersionView>();
            }
        }
    }

    [Fact]
    public async Task One_person_who_holds_both_roles_is_not_two_co_chairs()
    {
        using var both = host.As([Roles.CoChairCouncil, Roles.CoChairPolice], subject: "one-person");
        var (version, path) = await PutAsync();

        await ApproveAsync(both, path, version.ContentHash).ReadAsync<PlanVersionView>();
        var again = await ApproveAsync(both, path, version.ContentHash).ProblemAsync(Refused);

        Assert.Equal("plan/same-person", again.Type);
        Assert.Equal(PlanStage.PutToPartnership, (await _lead.ReadAsync<PlanVersionView>(path)).Stage);
    }

    [Fact]
    public async Task What_is_ratified_is_held_fast_by_the_database_too()
    {
        var (version, path) = await RatifiedAsync();

        Assert.Equal("plan/ratified", (await _lead.ActAsync(path, "/content", new RedrawPlan("Change.")).ProblemAsync(Refused)).Type);
        foreach (
            var sql in new[]
            {
                "UPDATE plan_versions SET content_hash = 'x'",
                "UPDATE plan_versions SET stage = 'Draft'",
                "DELETE FROM plan_versions",
                "UPDATE plan_contents SET canonical = 'x'",
                "DELETE FROM plan_contents",
                "UPDATE plan_acts SET note = 'x'",
                "DELETE FROM plan_acts",
                $"INSERT INTO plan_contents (id, plan_version_id, canonical, hash, actions, not_public, drawn_at) SELECT gen_random_uuid(), plan_version_id, 'x', 'x', 1, not_public, drawn_at FROM plan_contents",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Equal("P0001", refused.SqlState);
        }

        Assert.Equal(version.ContentHash, (await _anyone.ReadAsync<PlanVersionView>(path)).ContentHash);
    }

    [Fact]
    public async Task Drafts_are_for_boards_and_partners_and_what_is_ratified_is_for_everyone()
    {
        var (version, path) = await PutAsync();
        using var police = host.Police();
        using var community = host.Community();
        using var councillor = host.As(Roles.Councillor);
        using var loader = host.Loader();

        foreach (var partner in new[] { police, community, councillor, _council })
        {
            Assert.Equal(version.Id, Assert.Single(await partner.ListAsync<PlanVersionView>(Versions)).Id);
            await partner.ReadAsync<PlanText>($"{path}/content");
        }

        foreach (var other in new[] { _anyone, loader })
        {
            Assert.Empty(await other.ListAsync<PlanVersionView>(Versions));
            await other.SeeAsync(path).ProblemAsync(HttpStatusCode.NotFound);
            await other.SeeAsync($"{path}/content").ProblemAsync(HttpStatusCode.NotFound);
        }

        host.Clock.Advance(TimeSpan.FromDays(2));
        await ApproveAsync(_council, path, version.ContentHash).ReadAsync<PlanVersionView>();
        await ApproveAsync(_police, path, version.ContentHash).ReadAsync<PlanVersionView>();
        Assert.Equal(PlanStage.Ratified, Assert.Single(await _anyone.ListAsync<PlanVersionView>(Versions)).Stage);
        await _anyone.SeeAsync($"{path}?asAt={version.KnownOn.AddDays(1):yyyy-MM-dd}").ProblemAsync(HttpStatusCode.NotFound);
        await _anyone.SeeAsync($"{path}/content?asAt={version.KnownOn.AddDays(1):yyyy-MM-dd}").ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(
            PlanStage.PutToPartnership,
            (await councillor.ReadAsync<PlanVersionView>($"{path}?asAt={version.KnownOn.AddDays(1):yyyy-MM-dd}")).Stage
        );
    }

    [Fact]
    public async Task Only_the_lead_takes_steps_and_only_the_co_chairs_decide()
    {
        var (version, path) = await DraftAsync();
        var etag = await _lead.ETagAsync(path);

        foreach (var (client, allowed) in new[] { (_lead, true), (_council, false), (host.Police(), false), (host.Community(), false) })
        {
            using var shaping = await client.PostAsync($"{path}/shaping", Today, etag);
            Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, shaping.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await ApproveAsync(_lead, path, version.ContentHash)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _lead.PostAsync($"{path}/send-back", new SendPlanBack("No."))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _lead.PostAsync($"{path}/consideration", Today, etag)).StatusCode);
    }

    [Fact]
    public async Task A_step_names_a_meeting_that_is_on_record_or_none()
    {
        var (_, path) = await DraftAsync();

        var unknown = await _lead.ActAsync(path, "/shaping", new PlanStep(null, "MEE-9", null)).ProblemAsync(Refused);
        var personal = await _lead.ActAsync(path, "/shaping", new PlanStep(null, null, "Ring 07700 900123")).ProblemAsync(Refused);

        Assert.Equal("reference/unknown", unknown.Type);
        Assert.Equal("screening/likely-personal-data", personal.Type);
    }

    [Fact]
    public async Task What_is_sent_back_goes_on_in_the_next_version_and_the_two_are_compared()
    {
        var (first, path) = await PutAsync();
        await _police.PostAsync($"{path}/send-back", new SendPlanBack("Say how many.")).ReadAsync<PlanVersionView>();
        await CorrectActionAsync(a => a with { Commitment = a.Commitment.Replace("three", "four", StringComparison.Ordinal) });
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2"));

        var second = await _lead.MakeAsync<PlanVersionView>(Versions, new StartPlanVersion(null));
        var comparison = await _lead.ReadAsync<ComparisonView>("/plan/comparison?from=1&to=2");

        Assert.Equal((2, "PAP-PLAN-002"), (second.Number, second.Reference));
        Assert.Equal((first.Id, second.Id), (comparison.From.Id, comparison.To.Id));
        Assert.Equal(new(1, 0, 1, 0), comparison.Changes.Actions);
        var words = Assert.Single(comparison.Changes.ActionChanges[0].Fields).ByWord;
        Assert.Contains(new(ChangeKind.Removed, "three"), words);
        Assert.Contains(new(ChangeKind.Added, "four"), words);
        await _anyone.SeeAsync("/plan/comparison?from=1&to=2").ProblemAsync(HttpStatusCode.NotFound);
        await _lead.SeeAsync("/plan/comparison?from=1&to=3").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_stopped_is_promised_no_longer_in_the_next_version()
    {
        var (_, path) = await RatifiedAsync();
        var action = Assert.Single(await _lead.ListAsync<ActionView>("/actions"));
        await _lead
            .PostAsync(
                $"/actions/{action.Id}/progress",
                new RecordProgress(ServiceDefaults.Promises.PromiseStatus.Stopped, "Superseded.", null)
            )
            .ReadAsync<ActionView>();

        var empty = await _lead.PostAsync(Versions, new StartPlanVersion(null)).ProblemAsync(Refused);

        Assert.Equal("plan/empty", empty.Type);
        Assert.Single(Assert.Single((await _anyone.ReadAsync<PlanText>($"{path}/content")).Priorities).Actions);
    }

    [Fact]
    public async Task Two_leads_at_the_same_moment_begin_one_version()
    {
        await FillAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _lead.PostAsync(Versions, new StartPlanVersion(null))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(3, answers.Count(a => a.StatusCode == Refused));
    }

    [Fact]
    public async Task Community_partners_comment_while_it_is_being_shaped_and_the_lead_answers()
    {
        using var community = host.Community();
        using var police = host.Police();
        var (_, path) = await DraftAsync();
        var early = await community.PostAsync($"{path}/comments", new CommentOnPlan("More.", null)).ProblemAsync(Refused);
        await _lead.ActAsync(path, "/shaping", Today).ReadAsync<PlanVersionView>();

        var personal = await community.PostAsync($"{path}/comments", new CommentOnPlan("Ring 07700 900123", null)).ProblemAsync(Refused);
        var comment = await community.MakeAsync<PlanCommentView>($"{path}/comments", new CommentOnPlan("Name the schools.", "ACT-1"));
        await community.MakeAsync<PlanCommentView>($"{path}/comments", new CommentOnPlan("Meet in the evening.", null));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await _lead.PostAsync($"{path}/comments/{comment.Id}/answer", new AnswerComment("We will.")).ReadAsync<PlanCommentView>();

        Assert.Equal(("plan/not-being-shaped", "screening/likely-personal-data"), (early.Type, personal.Type));
        var first = await police.ReadAsync<Page<PlanCommentView>>($"{path}/comments?take=1");
        var second = await police.ReadAsync<Page<PlanCommentView>>($"{path}/comments?take=1&after={first.Next}");
        Assert.Equal(("account-hackney", "We will."), (first.Items[0].Organisation, first.Items[0].Answer));
        Assert.Equal(("Meet in the evening.", null, null), (second.Items[0].Text, second.Items[0].Answer, second.Next));
        Assert.Null((await police.ListAsync<PlanCommentView>($"{path}/comments?asAt={comment.On:yyyy-MM-dd}"))[0].Answer);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync($"{path}/comments", new CommentOnPlan("No.", null))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _anyone.SeeAsync($"{path}/comments")).StatusCode);
        await _lead
            .PostAsync($"{Versions}/{Guid.NewGuid()}/comments/{comment.Id}/answer", new AnswerComment("Elsewhere."))
            .ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_public_tracker_shows_what_the_ratified_version_promised_beside_what_happened()
    {
        await _anyone.SeeAsync("/tracker/ratified").ProblemAsync(HttpStatusCode.NotFound);
        await FillAsync();
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2"));
        var version = await RatifyAsync(await StartAsync());
        var action = (await _lead.ListAsync<ActionView>("/actions"))[0];
        await CorrectActionAsync(a => a with { Title = "Reworded since" });
        await _lead
            .ActAsync($"/actions/{action.Id}", "/due-date", new ServiceDefaults.Promises.MoveDueDate(new(2022, 12, 1), "Venue lost."))
            .ReadAsync<ActionView>();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await _lead
            .PostAsync($"/actions/{action.Id}/progress", new RecordProgress(ServiceDefaults.Promises.PromiseStatus.Done, "Held.", null))
            .ReadAsync<ActionView>();

        var first = await _anyone.ReadAsync<RatifiedTrackerView>("/tracker/ratified?take=1");
        var second = await _anyone.ReadAsync<RatifiedTrackerView>($"/tracker/ratified?take=1&after={first.Next}");
        var before = await _anyone.ReadAsync<RatifiedTrackerView>($"/tracker/ratified?asAt={version.RatifiedOn:yyyy-MM-dd}");

        var promised = Assert.Single(first.Promises);
        Assert.Equal(("Hold workshops", new DateOnly(2022, 6, 1)), (promised.Promised.Title, promised.Promised.Due));
        Assert.Equal(
            (ServiceDefaults.Promises.PromiseStatus.Done, new DateOnly(2022, 12, 1)),
            (promised.Now!.Promise.Status, promised.Now.Promise.Due)
        );
        Assert.Equal((version.ContentHash, 1, "Trust in policing"), (first.ContentHash, first.Number, promised.Priority));
        Assert.Equal((2, 1, 1), (first.Counts.Total, first.Counts.Done, first.Counts.NotStarted));
        Assert.Equal(("ACT-2", null), (Assert.Single(second.Promises).Promised.Reference, second.Next));
        Assert.Equal(0, before.Counts.Done);
        await _anyone
            .SeeAsync($"/tracker/ratified?asAt={version.RatifiedOn!.Value.AddDays(-1):yyyy-MM-dd}")
            .ProblemAsync(HttpStatusCode.NotFound);
        await _anyone.SeeAsync("/tracker/ratified?take=0").ProblemAsync(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> ApproveAsync(HttpClient client, string path, string hash) =>
        client.PostAsync($"{path}/approvals", new ApprovePlan(hash));

    private async Task FillAsync()
    {
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        await _lead.MakeAsync<ActionView>("/actions", A.Action());
    }

    private async Task<(PlanVersionView Version, string Path)> DraftAsync()
    {
        await FillAsync();
        var path = await StartAsync();
        return (await _lead.ReadAsync<PlanVersionView>(path), path);
    }

    private async Task<string> StartAsync() =>
        $"{Versions}/{(await _lead.MakeAsync<PlanVersionView>(Versions, new StartPlanVersion(null))).Id}";

    private async Task<PlanVersionView> PutAsync(string path)
    {
        await _lead.ActAsync(path, "/shaping", Today).ReadAsync<PlanVersionView>();
        await _lead.ActAsync(path, "/consideration", Today).ReadAsync<PlanVersionView>();
        return await _lead.ActAsync(path, "/partnership", Today).ReadAsync<PlanVersionView>();
    }

    private async Task<PlanVersionView> RatifyAsync(string path)
    {
        var version = await PutAsync(path);
        await ApproveAsync(_council, path, version.ContentHash).ReadAsync<PlanVersionView>();
        return await ApproveAsync(_police, path, version.ContentHash).ReadAsync<PlanVersionView>();
    }

    private async Task<(PlanVersionView Version, string Path)> PutAsync()
    {
        var (_, path) = await DraftAsync();
        return (await PutAsync(path), path);
    }

    private async Task<(PlanVersionView Version, string Path)> RatifiedAsync()
    {
        var (_, path) = await DraftAsync();
        return (await RatifyAsync(path), path);
    }

    private async Task CorrectActionAsync(Func<ActionView, ActionView> change)
    {
        var action = (await _lead.ListAsync<ActionView>("/actions"))[0];
        var changed = change(action);
        await _lead
            .ActAsync(
                HttpMethod.Put,
                $"/actions/{action.Id}",
                "",
                A.Action() with
                {
                    Reference = null,
                    Title = changed.Title,
                    Commitment = changed.Commitment,
                }
            )
            .ReadAsync<ActionView>();
    }
}
