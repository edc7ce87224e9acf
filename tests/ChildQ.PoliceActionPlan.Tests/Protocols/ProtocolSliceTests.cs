using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Protocols;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

public sealed class ProtocolSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private readonly HttpClient _lead = host.Lead();

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_protocol_goes_from_working_group_to_publication_and_on_to_its_next_version()
    {
        await using var heard = await Heard.ListenAsync<ProtocolPublished>(host);
        using var community = host.Community();
        var (protocol, path) = await StartAsync();
        await _lead
            .ActAsync(HttpMethod.Put, path, "/working-group", Group(StakeholderClass.Parents, "account-hackney"))
            .ReadAsync<ProtocolView>();

        await community.PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, null, null)).ReadAsync<ProtocolView>();
        var early = await _lead.ActAsync(path, "/publication", new Issue(null)).ProblemAsync(Refused);
        await _lead
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Headteachers, "At their conference.", null))
            .ReadAsync<ProtocolView>();
        var published = await _lead.ActAsync(path, "/publication", new Issue(null)).ReadAsync<ProtocolView>();
        var next = await _lead.ActAsync(path, "/versions", new NewVersion(new(2023, 8, 31))).ReadAsync<ProtocolView>();

        Assert.Equal(("protocol/not-endorsed", "Not yet endorsed by: headteachers."), (early.Type, early.Detail));
        Assert.Equal(
            (ProtocolStatus.Published, 1, PoliceActionPlanHost.Today),
            (published.Status, published.PublishedVersion, published.PublishedOn)
        );
        Assert.Equal(["account-hackney", null], published.Endorsements.Select(e => e.Organisation));
        Assert.Equal((2, 1, ProtocolStatus.Revising), (next.VersionNumber, next.PublishedVersion, next.Status));
        Assert.Equal([StakeholderClass.Headteachers, StakeholderClass.Parents], next.AwaitedClasses);
        Assert.Equal(new DateOnly(2023, 8, 31), next.DueDate.Due);
        var told = Assert.IsAssignableFrom<ProtocolPublished>(Assert.Single(await heard.OfAsync("PRO-1", 1)));
        Assert.Equal((protocol.Id, 1, "Safer schools officers", "Protocol"), (told.SourceId, told.Version, told.Title, told.Kind));
    }

    [Fact]
    public async Task A_community_partner_endorses_for_the_class_their_organisation_speaks_for_only()
    {
        var (_, path) = await StartAsync();
        await _lead
            .ActAsync(HttpMethod.Put, path, "/working-group", Group(StakeholderClass.Parents, "account-hackney"))
            .ReadAsync<ProtocolView>();
        using var account = host.Community();
        using var another = host.Community("hcvs");
        using var police = host.Police();

        var other = await account
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Headteachers, "Yes", null))
            .ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal("endorsement/not-your-class", other.Type);
        await another
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, "Yes", null))
            .ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await police.PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, "Yes", null))).StatusCode
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await account.ActAsync(path, "/publication", new Issue(null))).StatusCode);
        Assert.Empty((await _lead.ReadAsync<ProtocolView>(path)).Endorsements);
    }

    [Fact]
    public async Task A_protocol_is_published_as_it_was_read()
    {
        var (_, path) = await StartAsync();
        var read = await _lead.ETagAsync(path);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _lead
            .PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Headteachers, "By letter.", null))
            .ReadAsync<ProtocolView>();

        await _lead.PostAsync($"{path}/publication", new Issue(null), read).ProblemAsync(HttpStatusCode.PreconditionFailed);
        await _lead.PostAsync($"{path}/publication", new Issue(null)).ProblemAsync((HttpStatusCode)428);
    }

    [Fact]
    public async Task The_same_class_endorsing_twice_at_once_endorses_once()
    {
        var (_, path) = await StartAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => _lead.PostAsync($"{path}/endorsements", new Endorse(StakeholderClass.Parents, "By letter.", null)))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Single((await _lead.ReadAsync<ProtocolView>(path)).Endorsements);
    }

    [Fact]
    public async Task Interim_guidance_is_issued_without_endorsement_and_told()
    {
        await using var heard = await Heard.ListenAsync<InterimGuidanceIssued>(host);
        var (_, path) = await StartAsync();

        var interim = await _lead.ActAsync(path, "/interim", new Issue(new(2022, 6, 13))).ReadAsync<ProtocolView>();

        Assert.Equal(ProtocolStatus.Interim, interim.Status);
        Assert.Equal(new DateOnly(2022, 6, 13), Assert.Single(await heard.OfAsync("PRO-1", 1)).On);
        Assert.Single(await _lead.ListAsync<ProtocolView>("/protocols?status=interim"));
        Assert.Empty(await _lead.ListAsync<ProtocolView>("/protocols?status=revising"));
    }

    [Fact]
    public async Task What_is_published_is_public_and_stays_as_it_is()
    {
        var guidance = A.Protocol() with { Kind = ProtocolKind.Guidance, StakeholderClasses = [], Sharing = SharingLevel.Partners };
        var (_, path) = await StartAsync(guidance);
        using var anyone = host.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.SeeAsync(path)).StatusCode);

        await _lead.ActAsync(path, "/publication", new Issue(null)).ReadAsync<ProtocolView>();

        Assert.Equal(1, (await anyone.ReadAsync<ProtocolView>(path)).PublishedVersion);
        var problem = await _lead
            .ActAsync(HttpMethod.Put, path, "", guidance with { Aim = "Another", Sharing = null })
            .ProblemAsync(Refused);
        Assert.Equal("protocol/published", problem.Type);
    }

    private async Task<(ProtocolView Protocol, string Path)> StartAsync(ProtocolText? text = null)
    {
        var protocol = await _lead.MakeAsync<ProtocolView>("/protocols", text ?? A.Protocol());
        return (protocol, $"/protocols/{protocol.Id}");
    }

    private static ConveneWorkingGroup Group(StakeholderClass stakeholder, string organisation) => new([new(stakeholder, organisation)]);
}
