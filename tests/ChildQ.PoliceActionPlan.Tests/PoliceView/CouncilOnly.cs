using System.Net;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Lateness;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.PoliceActionPlan.Tests.PoliceView;

/// <summary>
/// Beside what police may read, one of each kind that is for the council only, tied to it wherever the two can be tied: a reply to the letter, a
/// meeting of the body. The registers refuse that level (<c>sharing/restricted</c>), so it is set in the database: what holds then holds whichever
/// way something restricted ever comes in. A new kind of thing with a sharing level is made in <see cref="AddAsync"/>.
/// </summary>
internal sealed class CouncilOnly(PoliceActionPlanHost host, HttpClient lead)
{
    /// <summary>Stands in every text of what is restricted.</summary>
    public const string Mark = "said-in-council-only";

    private const string Reference = "RST";
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    /// <summary>One restricted thing of each list, by the list's path under the service's prefix.</summary>
    public IReadOnlyDictionary<string, Guid> Ids => _ids;

    /// <summary>Whatever would show in an answer that something restricted is in it.</summary>
    public IEnumerable<string> Signs => [Mark, $"{Reference}-", .. _ids.Values.Select(id => $"{id}")];

    public async Task AddAsync()
    {
        await AddPlanAsync();
        await AddToOpenActionAsync();
        await AddMeetingsAsync();
        await AddLettersAsync();
        var protocol = await MakeAsync("/protocols", A.Protocol($"{Reference}-PRO") with { Title = Mark, Aim = Mark });
        await lead.ActAsync($"/protocols/{protocol}", "/drafts", new WriteDraft(Mark, Mark, null)).ReadAsync<ProtocolView>();
        await RestrictAsync();
        // Drawn while restricted actions are on record, as a lead would.
        await MakeAsync("/plan/versions", new StartPlanVersion(Mark));
    }

    /// <summary>Sets the level of everything made here, in every table that has one; returns the kinds of which nothing was made.</summary>
    public async Task<IReadOnlyList<string>> RestrictAsync() =>
        await host.InScopeAsync(async db =>
        {
            var missing = new List<string>();
            var ids = _ids.Values.ToArray();
            foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IShared).IsAssignableFrom(t.ClrType)))
            {
                var sql = $"UPDATE {type.GetTableName()} SET sharing = 'CouncilOnly' WHERE id = ANY({{0}})";
                if (await db.Database.ExecuteSqlRawAsync(sql, ids) == 0)
                {
                    missing.Add(type.ClrType.Name);
                }
            }

            return (IReadOnlyList<string>)missing;
        });

    private async Task AddPlanAsync()
    {
        await MakeAsync("/priorities", A.Priority($"{Reference}-PRI") with { Title = Mark, Description = Mark });
        var action = await MakeAsync("/actions", Action("ACT-1") with { OwnerOrganisations = ["metropolitan-police"] });
        await lead.PostAsync($"/actions/{action}/progress", new RecordProgress(PromiseStatus.UnderWay, Mark, null)).ReadAsync<ActionView>();
        await lead.ActAsync($"/actions/{action}", "/due-date", new MoveDueDate(new(2022, 9, 1), Mark)).ReadAsync<ActionView>();
        await lead.MakeAsync<JsonElement>("/actions", Action("ACT-2") with { Priority = $"{Reference}-PRI", Due = new(2022, 6, 1) });
        foreach (var another in await lead.ListAsync<ActionView>("/actions?q=" + Mark))
        {
            _ids[another.Id == action ? "/actions" : $"/actions#{another.Id}"] = another.Id;
        }
    }

    /// <summary>Evidence of an action that police own and read, and a link of it to something that they do not.</summary>
    private async Task AddToOpenActionAsync()
    {
        var open = $"/actions/{(await lead.ListAsync<ActionView>("/actions?q=ACT-1")).Single(a => a.Reference == "ACT-1").Id}";
        await MakeAsync("/frameworks", new FrameworkText($"{Reference}-FRA", Mark, Mark, new(2022, 6, 1), null, SharingLevel.Partners));
        _ids["/links#open"] = (await lead.MakeAsync<LinkView>($"{open}/links", new LinkText($"{Reference}-FRA", Mark))).Id;
        _ids["/evidence#open"] = (await lead.MakeAsync<EvidenceView>($"{open}/evidence", new EvidenceText(Mark, Document: Mark))).Id;
    }

    private static ActionText Action(string reference) =>
        A.Action($"{Reference}-{reference}") with
        {
            Title = Mark,
            Commitment = Mark,
            OutcomeMeasure = Mark,
        };

    private async Task AddMeetingsAsync()
    {
        await MakeAsync("/bodies", A.Body($"{Reference}-BOD") with { Name = Mark, Purpose = Mark });
        var text = A.Meeting($"{Reference}-MEE-1") with { Body = "BOD-1", On = new(2022, 6, 13), Title = Mark, Purpose = Mark };
        var meeting = await MakeAsync("/meetings", text);
        var held = new HoldMeeting(null, Mark, [Mark], null, false, null, [new(Mark)], [new(Mark, Mark, new(2022, 6, 20))]);
        await lead.ActAsync($"/meetings/{meeting}", "/held", held).ReadAsync<MeetingView>();
        _ids["/decisions"] = Assert.Single(await lead.ListAsync<DecisionView>($"/decisions?meeting={text.Reference}")).Id;
        _ids["/body-actions"] = Assert.Single(await lead.ListAsync<BodyActionView>($"/body-actions?meeting={text.Reference}")).Id;
        var planned = text with { Reference = $"{Reference}-MEE-2", On = new(2022, 6, 20) };
        _ids["/meetings#planned"] = (await lead.MakeAsync<MeetingView>("/meetings", planned)).Id;
    }

    private async Task AddLettersAsync()
    {
        var reply = A.Reply($"{Reference}-LET-1") with { On = new(2022, 4, 5), KnownOn = new(2022, 4, 5), Subject = Mark, Summary = Mark };
        await MakeAsync("/letters", reply);
        var another = A.Letter($"{Reference}-LET-2") with { Subject = Mark, Summary = Mark };
        _ids["/letters#overdue"] = (await lead.MakeAsync<LetterView>("/letters", another)).Id;
        await MakeAsync("/asks", A.Ask($"{Reference}-ASK") with { Text = Mark });
        await MakeAsync("/commitments", A.Commitment($"{Reference}-COM") with { Letter = "LET-1", Text = Mark });
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LatenessCheck>().RunAsync(CancellationToken.None);
        _ids["/chasers"] = (await lead.ListAsync<ChaserView>("/chasers")).Single(c => c.Letter == another.Reference).Id;
    }

    private async Task<Guid> MakeAsync(string list, object text) =>
        _ids[list] = (await lead.PostAsync(list, text).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
