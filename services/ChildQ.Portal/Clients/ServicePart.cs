namespace ChildQ.Portal.Clients;

/// <summary>One of the services the pages are made from, in the words that a page names it with.</summary>
/// <param name="Resource">Its name in service discovery: <c>http://schools</c>.</param>
/// <param name="Prefix">Where its endpoints begin, also through the gateway.</param>
/// <param name="Name">What people call it.</param>
public sealed record ServicePart(string Resource, string Prefix, string Name)
{
    public static readonly ServicePart PoliceActionPlan = new("police-action-plan", "/api/police-action-plan", "Police action planning");
    public static readonly ServicePart Schools = new("schools", "/api/schools", "Schools");
    public static readonly ServicePart StaffSupport = new("staff-support", "/api/staff-support", "Staff support");
    public static readonly ServicePart CommunityEngagement = new(
        "community-engagement",
        "/api/community-engagement",
        "Community engagement"
    );
    public static readonly ServicePart Oversight = new("oversight", "/api/oversight", "Oversight");

    public static readonly IReadOnlyList<ServicePart> All = [PoliceActionPlan, Schools, StaffSupport, CommunityEngagement, Oversight];
}
