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
            var visit = await school.ActAsync($"{Schools}/police-visits", new { visit = new { on = today, reason = "suspectedDrugs" } });
            await school.ActAsync($"{Schools}/police-visits/{visit.Id()}/searches", new { kind = "outerClothing", by = "police" });
        }

        var concerns = (await stack.AllAsync($"{Schools}/police-visits/concerns", safeguarding)).Where(c => c.Text("state") == "raised");
        await safeguarding.ActAsync($"{Schools}/police-visits/concerns/{concerns.First().Id()}/taken-up", new { });
        await school.ActAsync(
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
        await school.ActAsync(
            $"{Schools}/governors/snapshots",
            new
            {
                on = today,
                seats = 16,
                filled = 14,
                youngGovernors = 0,
            }
        );
        await lead.ActAsync(
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
        await school.ActAsync(
            $"{Schools}/statements/{own.Id()}/commitments",
            new
            {
                @as = "headteacher",
                pupilVoice = true,
                parentVoice = true,
            }
        );
        await stack.PublishGuidanceAsync("Local guidance 1, for the pages");
        await stack.PublishGuidanceAsync("Local guidance 2, for the pages");
        var receipts = await Eventually.IsAsync(
            async () => await stack.AllAsync($"{Schools}/guidance/receipts?state=awaiting", school),
            found => found.Count > 1,
            "two receipts that the school owes"
        );
        await school.ActAsync($"{Schools}/guidance/receipts/{receipts[0].Id()}/acknowledgement", new { @as = "headteacher" });
    }

    /// <summary>Two school years of suspensions and exclusions, made up, so that there is a trend to draw.</summary>
    public async Task FiguresAsync()
    {
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        using var figures = new StringContent(
            """
            school_year,term,urn,classification,group,pupils,suspended,excluded
            2020,,,ethnic group,Black,1000,100,10
            2020,,,ethnic group,White,2000,80,8
            2021,,,ethnic group,Black,1000,90,10
            2021,,,ethnic group,White,2000,90,8

            """,
            System.Text.Encoding.UTF8,
            "text/csv"
        );
        using var loaded = await lead.PostAsync($"{Schools}/disproportionality/import?dryRun=false", figures);
        Assert.True(loaded.IsSuccessStatusCode, await loaded.Content.ReadAsStringAsync());
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
        var id = (await lead.ActAsync($"{Plan}/meetings", planned)).Id();
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
        await lead.ActAsync($"{path}/held", new { decisions = new[] { new { text = "Go on." } }, arising }, of: path);
        return $"/police-action-plan/meetings/{id}";
    }

    /// <summary>Evidence for the first action of the register, to which lists lead first.</summary>
    public async Task EvidenceAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        var action = (await stack.AllAsync($"{Plan}/actions", lead))[0].Id();
        await lead.ActAsync($"{Plan}/actions/{action}/evidence", new { what = "Minutes, for the pages.", document = "TST-001" });
    }

    public async Task StaffAsync()
    {
        using var lead = await stack.AsAsync(Roles.StaffLead);
        using var facilitator = await stack.AsAsync(Roles.Facilitator);
        using var staff = await stack.AsAsync(Roles.Staff);
        var session = await lead.ActAsync(
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
        await staff.ActAsync($"/api/staff-support/sessions/{session.Id()}/bookings", new { });
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
        await partner.ActAsync($"{Versions}/{_version}/comments", new { text = "Say who answers for it." });
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
            await council.ActAsync($"{Versions}/{_version}/send-back", new { reasons = "Say how many." });
            _version = null;
        }
    }

    private async Task StartAsync(HttpClient lead)
    {
        _version = (await lead.ActAsync(Versions, new { note = "For the pages." })).Id();
        await StepAsync(lead, "shaping");
    }

    private async Task StepAsync(HttpClient lead, string step) =>
        await lead.ActAsync($"{Versions}/{_version}/{step}", new { }, of: $"{Versions}/{_version}");

    private static async Task TrainingAsync(HttpClient lead, HttpClient school)
    {
        var training = await lead.ActAsync(
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
        await school.ActAsync($"{Schools}/training/{training.Id()}/bookings", new { @for = "staff", places = 2 });
    }

    /// <summary>Two drafts of guidance with a comment that waits for its answer, and somebody in its working group.</summary>
    public async Task DraftsAsync()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        var id = await lead.BeginGuidanceAsync("Local guidance that is worked on, for the pages");
        var path = $"{LocalGuidance.Protocols}/{id}";
        await lead.ActAsync($"{path}/working-group", new { @class = "parents", organisation = "parents-forum" }, of: path);
        await lead.WriteAsync(id, "Officers are met at the gate.");
        var draftHash = await lead.WriteAsync(id, "Officers are met at the gate, by a senior member of staff.");
        await lead.ActAsync(
            $"{path}/comments",
            new
            {
                @class = "parents",
                draftHash,
                text = "Say who calls us.",
            }
        );
    }

    private static string SubjectOf(HttpClient client)
    {
        var payload = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var json = Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='));
        return JsonDocument.Parse(json).RootElement.GetProperty("sub").GetString()!;
    }
}
