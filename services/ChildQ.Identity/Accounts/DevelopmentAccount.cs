using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Identity.Accounts;

/// <summary>One account for each role, on developers' machines only. Names are roles in words, never invented people.</summary>
public sealed record DevelopmentAccount(string Role, string Name, string? ScopeClaim = null, string? ScopeValue = null)
{
    public const string Password = "Hackney-2022-dev";

    public string Email => $"{Role}@childq.example";

    public static IReadOnlyList<DevelopmentAccount> All { get; } =
    [
        new(Roles.PolicePlanLead, "Police plan lead"),
        new(Roles.SchoolsLead, "Schools lead"),
        new(Roles.SafeguardingLead, "Safeguarding lead"),
        new(Roles.StaffLead, "Staff lead"),
        new(Roles.CaseHandler, "Case handler"),
        new(Roles.EngagementLead, "Engagement lead"),
        new(Roles.Facilitator, "Facilitator"),
        new(Roles.Oversight, "Oversight"),
        new(Roles.CoChairCouncil, "Co-chair, council"),
        new(Roles.CoChairPolice, "Co-chair, police"),
        new(Roles.BoardMember, "Board member", "body", "police-action-plan-board"),
        new(Roles.PolicePartner, "Police partner", "organisation", "metropolitan-police"),
        new(Roles.CommunityPartner, "Community partner", "organisation", "account-hackney"),
        new(Roles.School, "School", "school", "100001"),
        new(Roles.Staff, "Member of staff"),
        new(Roles.Councillor, "Councillor"),
        new(Roles.Scrutiny, "Scrutiny officer"),
        new(Roles.Operations, "Operations"),
    ];
}
