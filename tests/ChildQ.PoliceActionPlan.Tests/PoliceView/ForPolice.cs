using System.Net;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.PoliceActionPlan.Tests.PoliceView;

/// <summary>What police may read of the service: one of each kind, of them an action that they own with others, one of theirs alone, and one that is not theirs.</summary>
internal sealed class ForPolice(PoliceActionPlanHost host, HttpClient lead)
{
    public const string Organisation = "metropolitan-police";

    /// <summary>What is on record here, as a query would ask for it.</summary>
    public static IReadOnlyList<string> Words { get; } =
    ["PRI-1", "BOD-1", "MEE-1", "LET-1", Organisation, Workstreams.PoliceTrustAndConfidence];

    private static readonly PlanStep Step = new(null, null, null);
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    /// <summary>One of each list, by the list's path under the service's prefix.</summary>
    public IReadOnlyDictionary<string, Guid> Ids => _ids;

    public Guid NotTheirs { get; private set; }

    public Guid Theirs { get; private set; }

    public async Task AddAsync()
    {
        await MakeAsync("/priorities", A.Priority());
        await MakeAsync("/actions", A.Action());
        NotTheirs = (await lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { OwnerOrganisations = ["hackney-council"] })).Id;
        await MakeAsync("/frameworks", new FrameworkText("FRA-1", "Plan", "As a whole", null, null, SharingLevel.Public));
        await lead.MakeAsync<LinkView>($"/actions/{_ids["/actions"]}/links", new LinkText("FRA-1"));
        await lead.MakeAsync<EvidenceView>($"/actions/{_ids["/actions"]}/evidence", new EvidenceText("Minutes", Document: "MEE-1"));
        await MakeAsync("/bodies", A.Body());
        var meeting = await MakeAsync("/meetings", A.Meeting() with { Body = "BOD-1", On = new(2022, 6, 10) });
        var held = new HoldMeeting(
            null,
            "Considered.",
            null,
            null,
            false,
            null,
            [new("Go on.")],
            [new("Write it down", "Hackney Council")]
        );
        await lead.ActAsync($"/meetings/{meeting}", "/held", held).ReadAsync<MeetingView>();
        await lead.MakeAsync<MeetingView>("/meetings", A.Meeting("MEE-2") with { Body = "BOD-1" });
        _ids["/decisions"] = Assert.Single(await lead.ListAsync<DecisionView>("/decisions")).Id;
        _ids["/body-actions"] = Assert.Single(await lead.ListAsync<BodyActionView>("/body-actions")).Id;
        await MakeAsync("/letters", A.Letter());
        await MakeAsync("/asks", A.Ask());
        await MakeAsync("/commitments", A.Commitment());
        var protocol = await MakeAsync("/protocols", A.Protocol() with { Sharing = SharingLevel.Partners });
        await lead.ActAsync($"/protocols/{protocol}", "/drafts", new WriteDraft("At the gate.", null, null)).ReadAsync<ProtocolView>();
        await AddVersionsAsync();
        var theirs = A.Action("ACT-3") with { OwnerOrganisations = [Organisation], Sharing = SharingLevel.Partners };
        Theirs = (await lead.MakeAsync<ActionView>("/actions", theirs)).Id;
    }

    /// <summary>The first is ratified, the second sent back with a comment on it.</summary>
    private async Task AddVersionsAsync()
    {
        using var council = host.As(Roles.CoChairCouncil, subject: "chief-executive");
        using var police = host.As(Roles.CoChairPolice, subject: "borough-commander");
        using var community = host.Community();
        var (first, hash) = await StartAsync();
        await ToPartnershipAsync(first);
        await council.PostAsync($"{first}/approvals", new ApprovePlan(hash)).ReadAsync<PlanVersionView>();
        await police.PostAsync($"{first}/approvals", new ApprovePlan(hash)).ReadAsync<PlanVersionView>();
        var (second, _) = await StartAsync();
        await ToPartnershipAsync(
            second,
            () => community.MakeAsync<PlanCommentView>($"{second}/comments", new CommentOnPlan("Name the schools.", "ACT-1"))
        );
        await police.PostAsync($"{second}/send-back", new SendPlanBack("Say how many.")).ReadAsync<PlanVersionView>();
    }

    private async Task<(string Path, string Hash)> StartAsync()
    {
        var version = await lead.MakeAsync<PlanVersionView>("/plan/versions", new StartPlanVersion(null));
        _ids["/plan/versions"] = version.Id;
        return ($"/plan/versions/{version.Id}", version.ContentHash);
    }

    private async Task ToPartnershipAsync(string path, Func<Task>? whileShaping = null)
    {
        await lead.ActAsync(path, "/shaping", Step).ReadAsync<PlanVersionView>();
        await (whileShaping?.Invoke() ?? Task.CompletedTask);
        await lead.ActAsync(path, "/consideration", Step).ReadAsync<PlanVersionView>();
        await lead.ActAsync(path, "/partnership", Step).ReadAsync<PlanVersionView>();
    }

    private async Task<Guid> MakeAsync(string list, object text) =>
        _ids[list] = (await lead.PostAsync(list, text).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
