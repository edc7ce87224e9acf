namespace ChildQ.ServiceDefaults.Access;

/// <summary>The roles of ACCESS.md, as they stand in the token's <c>role</c> claims.</summary>
public static class Roles
{
    public const string PolicePlanLead = "police-plan-lead";
    public const string SchoolsLead = "schools-lead";
    public const string SafeguardingLead = "safeguarding-lead";
    public const string StaffLead = "staff-lead";
    public const string CaseHandler = "case-handler";
    public const string EngagementLead = "engagement-lead";
    public const string Facilitator = "facilitator";
    public const string Oversight = "oversight";
    public const string CoChairCouncil = "co-chair-council";
    public const string CoChairPolice = "co-chair-police";
    public const string BoardMember = "board-member";
    public const string PolicePartner = "police-partner";
    public const string CommunityPartner = "community-partner";
    public const string School = "school";
    public const string Staff = "staff";
    public const string Councillor = "councillor";
    public const string Scrutiny = "scrutiny";
    public const string Operations = "operations";
    public const string DataLoader = "data-loader";

    public static IReadOnlyList<string> All { get; } =
    [
        PolicePlanLead,
        SchoolsLead,
        SafeguardingLead,
        StaffLead,
        CaseHandler,
        EngagementLead,
        Facilitator,
        Oversight,
        CoChairCouncil,
        CoChairPolice,
        BoardMember,
        PolicePartner,
        CommunityPartner,
        School,
        Staff,
        Councillor,
        Scrutiny,
        Operations,
        DataLoader,
    ];

    /// <summary>Roles held by police. Whoever holds one sees nothing restricted, whatever else they hold.</summary>
    public static IReadOnlyList<string> Police { get; } = [PolicePartner, CoChairPolice];

    /// <summary>
    /// Everyone who reads partner-level items of the response: leads, boards, partners, councillors. Not case handlers, operations or the
    /// data loader, whose work needs no content.
    /// </summary>
    public static IReadOnlyList<string> PartnerReaders { get; } =
    [
        PolicePlanLead,
        SchoolsLead,
        SafeguardingLead,
        StaffLead,
        EngagementLead,
        Facilitator,
        Oversight,
        CoChairCouncil,
        CoChairPolice,
        BoardMember,
        PolicePartner,
        CommunityPartner,
        Councillor,
        Scrutiny,
    ];
}
