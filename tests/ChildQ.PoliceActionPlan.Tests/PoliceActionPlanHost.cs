using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>The service as it really runs, with a database and a virtual host of its own for each test class.</summary>
/// <remarks>The service is found by the assembly of its database: the keeper of the test servers has a <c>Program</c> too.</remarks>
public sealed class PoliceActionPlanHost() : ServiceHost<PoliceActionPlanDb, PoliceActionPlanDb>("police-action-plan-db")
{
    public static readonly DateOnly Today = new(2022, 6, 14);

    public HttpClient Lead() => As(Roles.PolicePlanLead);

    public HttpClient Police(string organisation = "metropolitan-police") => As(Roles.PolicePartner, organisation: organisation);

    public HttpClient Community(string organisation = "account-hackney") => As(Roles.CommunityPartner, organisation: organisation);

    public HttpClient Loader() => As(Roles.DataLoader);
}
