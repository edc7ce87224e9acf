using System.Net.Http.Json;
using System.Text.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>
/// What a crawl needs to find, so that every page has something to stand on, done through the API as the people whose work it is. References begin
/// with TST, so that nobody takes it for the council's.
/// </summary>
internal sealed class Prepared(Stack stack)
{
    private const string Plan = "/api/police-action-plan";
    private const string Versions = $"{Plan}/plan/versions";
    private const string Schools = "/api/schools";
    private string? _version;

    public async Task SchoolsAsync()
    {
        using var school = await stack.AsAsync(Roles.School);
        using var safeguarding = await stack.AsAsync(Roles.SafeguardingLead);
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        var today = $"{DateTime.UtcNow:yyyy-MM-dd}";
        for (var visits = 0; visits < 2; visits++)
        {
            var visit = await PostAsync(school, $"{Schools}/police-visits", new { visit = new { on = today, reason = "suspectedDrugs" } });
            await PostAsync(school, $"{Schools}/police-visits/{Id(visit)}/searches", new { kind = "outerClothing", by = "police" });
        }

        var concerns = (await stack.AllAsync($"{Schools}/police-visits/concerns", safeguarding)).Where(c => Text(c, "state") == "raised");
        await PostAsync(safeguarding, $"{Schools}/police-visits/concerns/{Id(concerns.First())}/taken-up", new { });
        await PostAsync(
            school,
            $"{Schools}/voice/listenings",
            new
            {
                whose = "child",
                on = today,
                how = "survey",
                tookPart = 30,
                said = "Listen before you search.",
                sharing = "partners",
            }
        );
        await PostAsync(
            school,
            $"{Schools}/governors/snapshots",
            new
            {
                on = today,
                seats = 16,
                filled = 14,
                youngGovernors = 0,
            }
        );
        await PostAsync(
            lead,
            $"{Schools}/advocacy",
            new
            {
                reference = $"TST-{Guid.NewGuid():N}"[..16],
                name = "Somebody beside you",
                organisation = "A sample organisation",
                helpsWith = "Meetings with a school.",
                forWhom = "Parents and carers",
                phone = "020 7946 0000",
                cost = "Free",
            }
        );
        await TrainingAsync(lead, school);
        var own = (await stack.AllAsync($"{Schools}/schools", school)).Single();
        await PostAsync(
            school,
            $"{Schools}/statements/{Id(own)}/commitments",
            new
            {
                @as = "headteacher",
                pupilVoice = true,
                parentVoice = true,
            }
        );
        await PublishAsync();
        var receipts = await Eventually.IsAsync(
            async () => await stack.AllAsync($"{Schools}/guidance/receipts?state=awaiting", school),
            found => found.Count > 1,
            "two receipts that the school owes"
        );
        await PostAsync(school, $"{Schools}/guidance/receipts/{Id(receipts[0])}/acknowledgement", new { @as = "headteacher" });
    }

    /// <summary>A meeting that was held, with an action arising.</summary>
    /// <returns>The address of its page.</returns>
    public async Task<string> MeetingAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        var planned = new
        {
            title = "Held, for the pages",
            on = $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}",
            sharing = "public",
        };
        var id = Id(await PostAsync(lead, $"{Plan}/meetings", planned));
        var path = $"{Plan}/meetings/{id}";
        var arising = new[]
        {
            new
            {
                title = "Circulate the minutes",
                owner = "Hackney Council",
                due = $"{DateTime.UtcNow.AddDays(9):yyyy-MM-dd}",
            },
        };
        await PostAsync(lead, $"{path}/held", new { decisions = new[] { new { text = "Go on." } }, arising }, of: path);
        return $"/police-action-plan/meetings/{id}";
    }

    /// <summary>Evidence for the first action of the register, to which lists lead first.</summary>
    public async Task EvidenceAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        var action = Id((await stack.AllAsync($"{Plan}/actions", lead))[0]);
        await PostAsync(lead, $"{Plan}/actions/{action}/evidence", new { what = "Minutes, for the pages.", document = "TST-001" });
    }

    public async Task StaffAsync()
    {
        using var lead = await stack.AsAsync(Roles.StaffLead);
        using var facilitator = await stack.AsAsync(Roles.Facilitator);
        using var staff = await stack.AsAsync(Roles.Staff);
        var session = await PostAsync(
            lead,
            "/api/staff-support/sessions",
            new
            {
                reference = $"TST-{Guid.NewGuid():N}"[..16],
                kind = "peerListening",
                title = "Somewhere to talk",
                startsOn = $"{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}",
                capacity = 12,
                facilitatorId = SubjectOf(facilitator),
            }
        );
        await PostAsync(staff, $"/api/staff-support/sessions/{Id(session)}/bookings", new { });
    }

    /// <summary>Two versions of the plan: one that was sent back, and one that is open for shaping, with a comment on it.</summary>
    public async Task PlanAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        using var partner = await stack.AsAsync(Roles.CommunityPartner);
        await StartAsync(lead);
        await ConsiderAsync();
        await PutAsync();
        await SendBackAsync();
        await StartAsync(lead);
        await PostAsync(partner, $"{Versions}/{_version}/comments", new { text = "Say who answers for it." });
    }

    public async Task ConsiderAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        await StepAsync(lead, "consideration");
    }

    public async Task PutAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        await StepAsync(lead, "partnership");
    }

    /// <summary>Closes the version that is open, if one is, so that the next can be begun: by others too.</summary>
    public async Task SendBackAsync()
    {
        using var council = await stack.AsAsync(Roles.CoChairCouncil);
        if (_version is not null)
        {
            await PostAsync(council, $"{Versions}/{_version}/send-back", new { reasons = "Say how many." });
            _version = null;
        }
    }

    private async Task StartAsync(HttpClient lead)
    {
        _version = Id(await PostAsync(lead, Versions, new { note = "For the pages." }));
        await StepAsync(lead, "shaping");
    }

    private async Task StepAsync(HttpClient lead, string step) =>
        await PostAsync(lead, $"{Versions}/{_version}/{step}", new { }, of: $"{Versions}/{_version}");

    private static async Task TrainingAsync(HttpClient lead, HttpClient school)
    {
        var training = await PostAsync(
            lead,
            $"{Schools}/training",
            new
            {
                reference = $"TST-{Guid.NewGuid():N}"[..16],
                kind = "training",
                title = "Adultification, for the pages",
                on = $"{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}",
                capacity = 20,
            }
        );
        await PostAsync(school, $"{Schools}/training/{Id(training)}/bookings", new { @for = "staff", places = 2 });
    }

    private async Task PublishAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        for (var i = 0; i < 2; i++)
        {
            var protocol = await PostAsync(
                lead,
                $"{Plan}/protocols",
                new
                {
                    reference = $"TST-{Guid.NewGuid():N}"[..16],
                    title = $"Local guidance {i + 1}, for the pages",
                    kind = "guidance",
                    stakeholderClasses = new[] { "headteachers" },
                    sharing = "public",
                }
            );
            var path = $"{Plan}/protocols/{Id(protocol)}";
            await PostAsync(lead, $"{path}/endorsements", new { @class = "headteachers", note = "Agreed at their conference." });
            await PostAsync(lead, $"{path}/publication", new { }, of: path);
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body, string? of = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (of is not null)
        {
            using var read = await client.GetAsync(of);
            request.Headers.IfMatch.Add(read.Headers.ETag!);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static string SubjectOf(HttpClient client)
    {
        var payload = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var json = Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='));
        return JsonDocument.Parse(json).RootElement.GetProperty("sub").GetString()!;
    }

    private static string Id(JsonElement of) => Text(of, "id");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
