namespace ChildQ.Portal.Clients;

public sealed class PoliceActionPlanClient(HttpClient http) : ServiceClient(http, ServicePart.PoliceActionPlan);

public sealed class SchoolsClient(HttpClient http) : ServiceClient(http, ServicePart.Schools);

public sealed class StaffSupportClient(HttpClient http) : ServiceClient(http, ServicePart.StaffSupport);

public sealed class CommunityEngagementClient(HttpClient http) : ServiceClient(http, ServicePart.CommunityEngagement);

public sealed class OversightClient(HttpClient http) : ServiceClient(http, ServicePart.Oversight);

/// <summary>All of them, for pages about every part: search, home, operations.</summary>
public sealed class ServiceClients(
    PoliceActionPlanClient plan,
    SchoolsClient schools,
    StaffSupportClient staff,
    CommunityEngagementClient engagement,
    OversightClient oversight
)
{
    public IReadOnlyList<ServiceClient> All { get; } = [plan, schools, staff, engagement, oversight];

    public ServiceClient? For(string? resource) => All.FirstOrDefault(c => c.Part.Resource == resource);
}
