using System.Net;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

/// <summary>What the slices of protocols share: the lead starts, drafts, and records who joined and who endorsed.</summary>
public abstract class ProtocolSlices(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    protected const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;

    protected PoliceActionPlanHost Host => host;

    protected HttpClient Lead { get; } = host.Lead();

    /// <summary>By the host's clock, which goes on from test to test.</summary>
    protected DateOnly Today => host.Clock.Today();

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        Lead.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<(ProtocolView Protocol, string Path)> StartAsync(ProtocolText? text = null)
    {
        // Not due before the clock, wherever a test has moved it.
        var protocol = await Lead.MakeAsync<ProtocolView>("/protocols", (text ?? A.Protocol()) with { Due = new(2099, 8, 31) });
        return (protocol, $"/protocols/{protocol.Id}");
    }

    protected async Task<DraftView> DraftAsync(string path, string text) =>
        (await Lead.ActAsync(path, "/drafts", new WriteDraft(text, null, null)).ReadAsync<ProtocolView>()).Drafts[^1];

    protected Task<ProtocolView> JoinAsync(string path, StakeholderClass stakeholder, string organisation) =>
        Lead.ActAsync(path, "/working-group", new JoinWorkingGroup(stakeholder, organisation, null)).ReadAsync<ProtocolView>();

    /// <summary>The lead records it on their behalf.</summary>
    protected async Task<ProtocolView> EndorseAsync(string path, StakeholderClass stakeholder)
    {
        var hash = (await Lead.ReadAsync<ProtocolView>(path)).Drafts[^1].Hash;
        return await Lead.PostAsync($"{path}/endorsements", new Endorse(stakeholder, hash, "By letter.", null)).ReadAsync<ProtocolView>();
    }

    /// <summary>A protocol with a draft that all have endorsed.</summary>
    protected async Task<(ProtocolView Protocol, string Path)> ReadyAsync()
    {
        var (_, path) = await StartAsync();
        await DraftAsync(path, "Officers are met at the gate.");
        await EndorseAsync(path, StakeholderClass.Headteachers);
        return (await EndorseAsync(path, StakeholderClass.Parents), path);
    }
}
