using ChildQ.CommunityEngagement.Themes;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.CommunityEngagement.Tests;

/// <summary>The service as it really runs, with a database and a virtual host of its own for each test class.</summary>
/// <remarks>The service is found by the assembly of its database: the keeper of the test servers has a <c>Program</c> too.</remarks>
public sealed class CommunityEngagementHost() : ServiceHost<CommunityEngagementDb, CommunityEngagementDb>("community-engagement-db")
{
    public const string Facilitator = "sub-of-facilitator";
    public const string OtherFacilitator = "sub-of-another-facilitator";

    public HttpClient Lead() => As(Roles.EngagementLead);

    public HttpClient FacilitatorClient(string subject = Facilitator) => As(Roles.Facilitator, subject: subject);

    public HttpClient Police() => As(Roles.PolicePartner, organisation: "metropolitan-police");

    public HttpClient Loader() => As(Roles.DataLoader);

    /// <summary>A theme to which examples are coded.</summary>
    public async Task<ThemeView> ThemeAsync(string? reference = null, string? parent = null)
    {
        using var lead = Lead();
        return await lead.MakeAsync<ThemeView>("/themes", A.Theme(reference, parent));
    }
}
