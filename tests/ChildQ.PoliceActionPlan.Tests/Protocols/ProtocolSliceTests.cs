using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Lateness;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

public sealed class ProtocolSliceTests(PoliceActionPlanHost host) : ProtocolSlices(host)
{
    private static readonly PublishProtocol Publish = new(null, new(2099, 6, 14));

    [Fact]
    public async Task A_protocol_goes_from_working_group_to_publication_and_on_to_its_next_version()
    {
        await using var heard = await Heard.ListenAsync<ProtocolPublished>(Host);
        using var community = Host.Community();
        var (protocol, path) = await StartAsync();
        await JoinAsync(path, StakeholderClass.Parents, "account-hackney");
        var draft = await DraftAsync(path, "Officers are met at the gate.");

        await community
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, draft.Hash, null, null))
            .ReadAsync<ProtocolView>();
        var early = await Lead.ActAsync(path, "/publication", Publish).ProblemAsync(Refused);
        await EndorseAsync(path, StakeholderClass.Headteachers);
        var published = await Lead.ActAsync(path, "/publication", Publish).ReadAsync<ProtocolView>();
        var next = await Lead.ActAsync(path, "/versions", new NewVersion(new(2023, 8, 31))).ReadAsync<ProtocolView>();

        Assert.Equal(("protocol/not-endorsed", "This draft is not yet endorsed by: headteachers."), (early.Type, early.Detail));
        Assert.Equal(
            (ProtocolStatus.Published, 1, Today, 1, new DateOnly(2099, 6, 14)),
            (
                published.Status,
                published.PublishedVersion!.Value,
                published.PublishedOn!.Value,
                published.PublishedDraft!.Value,
                published.Review!.On
            )
        );
        Assert.Equal(["account-hackney", null], published.Endorsements.Select(e => e.Organisation));
        Assert.Equal((2, 1, ProtocolStatus.Revising), (next.VersionNumber, next.PublishedVersion, next.Status));
        Assert.Equal([StakeholderClass.Headteachers, StakeholderClass.Parents], next.AwaitedClasses);
        Assert.Equal(new DateOnly(2023, 8, 31), next.DueDate.Due);
        var told = Assert.IsAssignableFrom<ProtocolPublished>(Assert.Single(await heard.OfAsync("PRO-1", 1)));
        Assert.Equal((protocol.Id, 1, "Safer schools officers", "Protocol"), (told.SourceId, told.Version, told.Title, told.Kind));
        Assert.Equal((1, draft.Hash), (told.Draft, told.ContentHash));
    }

    [Fact]
    public async Task Two_publications_at_once_publish_once_and_are_told_once()
    {
        await using var heard = await Heard.ListenAsync<ProtocolPublished>(Host);
        var (_, path) = await ReadyAsync();
        var read = await Lead.ETagAsync(path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Lead.PostAsync($"{path}/publication", Publish, read)));
        await Lead.ActAsync(path, "/versions", new NewVersion(null)).ReadAsync<ProtocolView>();
        await DraftAsync(path, "Officers are met at the door.");
        await EndorseAsync(path, StakeholderClass.Headteachers);
        await EndorseAsync(path, StakeholderClass.Parents);
        await Lead.ActAsync(path, "/publication", Publish).ReadAsync<ProtocolView>();

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed],
            answers.Select(a => a.StatusCode).Order()
        );
        Assert.Equal([1, 2], (await heard.OfAsync("PRO-1", 2)).Cast<ProtocolPublished>().Select(e => e.Version));
    }

    [Fact]
    public async Task A_protocol_is_published_as_it_was_read()
    {
        var (_, path) = await StartAsync();
        await DraftAsync(path, "Officers are met at the gate.");
        var read = await Lead.ETagAsync(path);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await EndorseAsync(path, StakeholderClass.Headteachers);

        await Lead.PostAsync($"{path}/publication", Publish, read).ProblemAsync(HttpStatusCode.PreconditionFailed);
        await Lead.PostAsync($"{path}/publication", Publish).ProblemAsync((HttpStatusCode)428);
    }

    [Fact]
    public async Task Interim_guidance_is_issued_without_endorsement_told_and_read_by_everyone_as_interim()
    {
        await using var heard = await Heard.ListenAsync<InterimGuidanceIssued>(Host);
        using var anyone = Host.Anonymous();
        var (_, path) = await StartAsync(A.Protocol() with { Sharing = SharingLevel.Partners });
        var draft = await DraftAsync(path, "Officers are met at the gate.");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.SeeAsync($"{path}/drafts/1")).StatusCode);

        var interim = await Lead.ActAsync(path, "/interim", new IssueInterim(null)).ReadAsync<ProtocolView>();

        Assert.Equal((ProtocolStatus.Interim, true, 1), (interim.Status, interim.Interim, interim.InterimDraft));
        var told = Assert.IsAssignableFrom<InterimGuidanceIssued>(Assert.Single(await heard.OfAsync("PRO-1", 1)));
        Assert.Equal((Today, 1, draft.Hash), (told.On, told.Draft, told.ContentHash));
        Assert.Single(await Lead.ListAsync<ProtocolView>("/protocols?status=interim"));
        Assert.Empty(await Lead.ListAsync<ProtocolView>("/protocols?status=revising"));
        var read = await anyone.ReadAsync<DraftTextView>($"{path}/drafts/1");
        Assert.Equal((true, false, true), (read.Draft.Interim, read.Draft.Published, read.Draft.InForce));
    }

    [Fact]
    public async Task What_is_published_is_public_and_stays_as_it_is_for_the_database_too()
    {
        var guidance = A.Protocol() with { Kind = ProtocolKind.Guidance, StakeholderClasses = [], Sharing = SharingLevel.Partners };
        var (_, path) = await StartAsync(guidance);
        await DraftAsync(path, "Officers are met at the gate.");
        using var anyone = Host.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.SeeAsync(path)).StatusCode);

        await Lead.ActAsync(path, "/publication", Publish).ReadAsync<ProtocolView>();

        Assert.Equal(1, (await anyone.ReadAsync<ProtocolView>(path)).PublishedVersion);
        var problem = await Lead.ActAsync(HttpMethod.Put, path, "", guidance with { Aim = "Another", Sharing = null })
            .ProblemAsync(Refused);
        Assert.Equal("protocol/published", problem.Type);
        var rewrite = () => Host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE protocol_draft_texts SET text = 'Nothing.'"));
        var unpublish = () => Host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM protocol_stages"));
        foreach (var change in new[] { rewrite, unpublish })
        {
            Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(change)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_review_that_is_due_is_told_once_for_each_date()
    {
        await using var heard = await Heard.ListenAsync<ProtocolReviewOverdue>(Host);
        var (_, path) = await ReadyAsync();
        var due = Today.AddDays(30);
        await Lead.ActAsync(path, "/publication", new PublishProtocol(null, due)).ReadAsync<ProtocolView>();
        Assert.Equal(0, await LookAsync());

        Host.Clock.Advance(TimeSpan.FromDays(31));
        // The service's own clock looks as well: whoever comes first tells it.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync()));

        var told = Assert.IsAssignableFrom<ProtocolReviewOverdue>(Assert.Single(await heard.OfAsync("PRO-1", 1)));
        Assert.Equal((due, due.AddDays(1), 1), (told.Due, told.On!.Value, told.Version));
        Assert.Equal("PRO-1", Assert.Single(await Lead.ListAsync<ProtocolView>("/protocols?reviewOverdue=true")).Reference);
        Assert.Empty(await Lead.ListAsync<ProtocolView>($"/protocols?reviewOverdue=true&asAt={due:yyyy-MM-dd}"));
        var moved = await Lead.ActAsync(path, "/review-date", new MoveDueDate(Today.AddDays(5), "The national guidance is awaited."))
            .ReadAsync<ProtocolView>();
        Assert.Equal((due, Today.AddDays(5), false), (moved.Review!.FirstOn, moved.Review.On, moved.Review.Overdue));
        Assert.Equal("The national guidance is awaited.", Assert.Single(moved.Review.Moves).Reason);
        Host.Clock.Advance(TimeSpan.FromDays(6));
        await LookAsync();
        Assert.Equal(2, (await heard.OfAsync("PRO-1", 2)).Count);
    }

    private async Task<int> LookAsync()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LatenessCheck>().RunAsync(CancellationToken.None);
    }
}
