using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

public sealed class EvidenceSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private static readonly EvidenceText Public = new(
        "The notes of the third workshop.",
        new(2022, 4, 28),
        "https://hackney.gov.uk/child-q",
        null,
        SharingLevel.Public
    );

    private readonly HttpClient _lead = host.Lead();
    private ActionView _action = null!;
    private string _evidence = "";

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        _action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        _evidence = $"/actions/{_action.Id}/evidence";
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Public_evidence_stands_on_the_tracker_until_it_is_withdrawn_and_as_at_a_day_before_still_does()
    {
        var added = await _lead.MakeAsync<EvidenceView>(_evidence, Public);
        await _lead.MakeAsync<EvidenceView>(_evidence, Public with { What = "For the Board.", Sharing = SharingLevel.Partners });
        using var anyone = host.Anonymous();
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("The notes of the third workshop.", Assert.Single(await TrackedAsync(anyone, today)).What);
        Assert.Empty(await TrackedAsync(anyone, today.AddDays(-1)));

        host.Clock.Advance(TimeSpan.FromDays(2));
        await _lead.PostAsync($"{_evidence}/{added.Id}/withdrawal", new Withdraw("It was of another workshop.")).ReadAsync<EvidenceView>();

        Assert.Empty(await TrackedAsync(anyone, today.AddDays(2)));
        Assert.Single(await TrackedAsync(anyone, today.AddDays(1)));
        var listed = Assert.Single(await anyone.ListAsync<EvidenceView>(_evidence));
        Assert.Equal(new WithdrawalView(today.AddDays(2), "It was of another workshop."), listed.Withdrawn);
        Assert.Equal(2, await host.InScopeAsync(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task A_police_partner_adds_evidence_to_what_their_organisation_owns_and_withdraws_only_that()
    {
        var others = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { OwnerOrganisations = ["hackney-council"] });
        var leads = await _lead.MakeAsync<EvidenceView>(_evidence, Public);
        using var police = host.Police();

        var ours = await police.MakeAsync<EvidenceView>(_evidence, Public);

        Assert.Equal("metropolitan-police", ours.AddedBy);
        Assert.Equal(
            "action/not-yours",
            (await police.PostAsync($"/actions/{others.Id}/evidence", Public).ProblemAsync(HttpStatusCode.Forbidden)).Type
        );
        Assert.Equal(
            "appended/not-yours",
            (await police.PostAsync($"{_evidence}/{leads.Id}/withdrawal", new Withdraw("No.")).ProblemAsync(HttpStatusCode.Forbidden)).Type
        );
        await police.PostAsync($"{_evidence}/{ours.Id}/withdrawal", new Withdraw("Put right.")).ReadAsync<EvidenceView>();
    }

    [Fact]
    public async Task Police_never_see_what_only_the_council_may_read()
    {
        var hidden = await _lead.MakeAsync<EvidenceView>(_evidence, Public with { Sharing = SharingLevel.CouncilOnly });
        using var police = host.Police();
        using var both = host.As([Roles.PolicePlanLead, Roles.CoChairPolice]);
        using var constable = host.As(Roles.CommunityPartner, organisation: "british-transport-police");
        using var councillor = host.As(Roles.Councillor);
        using var anyone = host.Anonymous();
        using var chief = host.As(Roles.CoChairCouncil);

        foreach (var outside in (HttpClient[])[police, both, constable, councillor, anyone])
        {
            Assert.Empty(await outside.ListAsync<EvidenceView>(_evidence));
        }

        Assert.Single(await _lead.ListAsync<EvidenceView>(_evidence));
        Assert.Single(await chief.ListAsync<EvidenceView>(_evidence));
        await police.PostAsync($"{_evidence}/{hidden.Id}/withdrawal", new Withdraw("x")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(
            "evidence/not-for-you",
            (await police.PostAsync(_evidence, Public with { Sharing = SharingLevel.CouncilOnly }).ProblemAsync(Refused)).Type
        );
    }

    [Fact]
    public async Task Evidence_of_a_draft_is_read_by_those_who_read_the_draft()
    {
        var draft = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { Sharing = null });
        await _lead.MakeAsync<EvidenceView>($"/actions/{draft.Id}/evidence", Public);
        using var anyone = host.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.SeeAsync($"/actions/{draft.Id}/evidence")).StatusCode);
        Assert.Empty(await TrackedAsync(anyone, null));
    }

    [Fact]
    public async Task What_may_name_somebody_is_kept_only_when_confirmed()
    {
        var naming = Public with { What = "Write to resident@example.com about it." };

        Assert.Equal("screening/likely-personal-data", (await _lead.PostAsync(_evidence, naming).ProblemAsync(Refused)).Type);
        var kept = await _lead.MakeAsync<EvidenceView>(_evidence, naming with { Confirmed = true });
        Assert.Equal(
            "screening/likely-personal-data",
            (
                await _lead
                    .PostAsync($"{_evidence}/{kept.Id}/withdrawal", new Withdraw("Asked by resident@example.com"))
                    .ProblemAsync(Refused)
            ).Type
        );
    }

    [Fact]
    public async Task Evidence_is_told_once_and_withdrawn_once_also_when_two_withdraw_it_at_the_same_moment()
    {
        await using var heard = await Heard.ListenAsync<ActionEvidenceRecorded>(host);
        var added = await _lead.MakeAsync<EvidenceView>(_evidence, Public);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _lead.PostAsync($"{_evidence}/{added.Id}/withdrawal", new Withdraw("Mistaken.")))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        var told = await heard.OfAsync("ACT-1", 2);
        Assert.Equal([true, false], told.Cast<ActionEvidenceRecorded>().Select(e => e.Standing));
    }

    private static async Task<IReadOnlyList<EvidenceView>> TrackedAsync(HttpClient client, DateOnly? asAt)
    {
        var tracker = await client.ReadAsync<TrackerView>(asAt is { } at ? $"/tracker?asAt={at:yyyy-MM-dd}" : "/tracker");
        return [.. tracker.Priorities.SelectMany(p => p.Evidence)];
    }
}
