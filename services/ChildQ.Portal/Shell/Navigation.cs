using System.Security.Claims;
using ChildQ.Portal.Access;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Shell;

/// <summary>One entry of the service navigation.</summary>
/// <param name="For">The roles that see it; none where everyone does.</param>
public sealed record NavigationItem(string Text, string Href, IReadOnlyList<string>? For = null)
{
    public bool IsFor(ClaimsPrincipal user) => For is null || user.IsAny(For);

    public bool IsCurrent(PathString path) =>
        path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase) && !(Href == "/oversight" && HasItsOwn(path));

    /// <summary>Two pages of oversight stand in the navigation themselves.</summary>
    private static bool HasItsOwn(PathString path) =>
        path.StartsWithSegments("/oversight/timeline", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/oversight/recommendations", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What each role finds in the navigation: its own work, and what everyone may read.</summary>
public static class Navigation
{
    private static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Tracker", "/tracker"),
        new("Recommendations", "/oversight/recommendations"),
        new("Police action plan", "/police-action-plan"),
        new(
            "Schools",
            "/schools",
            [Roles.SchoolsLead, Roles.SafeguardingLead, Roles.School, Roles.Oversight, Roles.Councillor, Roles.Scrutiny]
        ),
        new(
            "Staff support",
            "/staff-support",
            [Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny]
        ),
        new("Community engagement", "/community-engagement"),
        new("Oversight", "/oversight"),
        new("Timeline", "/oversight/timeline"),
        new("Operations", "/operations", [Roles.Operations]),
    ];

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) => Items.Where(i => i.IsFor(user));
}
