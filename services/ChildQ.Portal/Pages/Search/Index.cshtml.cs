using System.Text.Json;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Search;

/// <summary>One register that the search asks.</summary>
/// <param name="Words">The member that says what an item is.</param>
/// <param name="For">The roles that may ask; none where everyone may.</param>
public sealed record Place(ServicePart Part, string Register, string Name, string Address, string Words, IReadOnlyList<string>? For = null);

/// <summary>What one register found.</summary>
public sealed record Found(Place Place, IReadOnlyList<(string Text, string Href)> Items);

/// <summary>Asks the registers that the reader may see; each service decides again what it shows.</summary>
[AllowAnonymous]
public sealed class IndexModel(ServiceClients clients) : PageModel
{
    private const int Most = 10;

    private static readonly IReadOnlyList<Place> Places =
    [
        new(ServicePart.PoliceActionPlan, "actions", "Actions", "/police-action-plan/actions", "title"),
        new(ServicePart.PoliceActionPlan, "protocols", "Protocols and guidance", "/police-action-plan/protocols", "title"),
        new(ServicePart.PoliceActionPlan, "letters", "Letters", "/police-action-plan/letters", "subject"),
        new(ServicePart.PoliceActionPlan, "asks", "Asks", "/police-action-plan/asks", "text"),
        new(ServicePart.PoliceActionPlan, "commitments", "Commitments", "/police-action-plan/commitments", "text"),
        new(ServicePart.PoliceActionPlan, "meetings", "Meetings", "/police-action-plan/meetings", "title"),
        new(ServicePart.PoliceActionPlan, "bodies", "Bodies", "/police-action-plan/bodies", "name"),
        new(
            ServicePart.Schools,
            "schools",
            "Schools",
            "/schools/register",
            "name",
            [Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School]
        ),
        new(ServicePart.Schools, "steps", "Planned steps: schools", "/steps/schools", "title"),
        new(
            ServicePart.StaffSupport,
            "sessions",
            "Support sessions",
            "/staff-support/sessions",
            "title",
            [Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny]
        ),
        new(ServicePart.StaffSupport, "steps", "Planned steps: staff", "/steps/staff", "title"),
        new(ServicePart.CommunityEngagement, "steps", "Planned steps: community engagement", "/steps/community-engagement", "title"),
        new(ServicePart.CommunityEngagement, "activities", "Activities", "/community-engagement/activities", "title"),
        new(ServicePart.CommunityEngagement, "insights", "Insights", "/community-engagement/insights", "text"),
        new(ServicePart.Oversight, "recommendations", "Recommendations", "/oversight/recommendations", "text"),
        new(ServicePart.Oversight, "findings", "Findings", "/oversight/findings", "summary"),
        new(ServicePart.Oversight, "milestones", "Milestones", "/oversight/milestones", "title"),
        new(ServicePart.Oversight, "public-affairs", "Public affairs", "/oversight/public-affairs", "ask"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Found> Results { get; private set; } = [];

    public IReadOnlyList<string> Silent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Q))
            return;
        var mine = Places.Where(p => p.For is null || User.IsAny(p.For)).ToList();
        var heard = await Task.WhenAll(
            mine.Select(p =>
                clients.For(p.Part.Resource)!.Ask<Page<JsonElement>>($"{p.Register}?take={Most}&q={Uri.EscapeDataString(Q)}", cancel)
            )
        );
        Results = [.. mine.Zip(heard, (place, said) => new Found(place, Read(place, said.Value))).Where(f => f.Items.Count > 0)];
        Silent = [.. mine.Where((_, i) => heard[i].Silent).Select(p => p.Part.Name).Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<(string Text, string Href)> Read(Place place, Page<JsonElement>? page) =>
        page is null ? [] : [.. page.Items.Select(i => (Text(i, place.Words), $"{place.Address}/{i.GetProperty("id").GetGuid()}"))];

    private static string Text(JsonElement item, string member) => item.TryGetProperty(member, out var text) ? text.GetString() ?? "" : "";
}
