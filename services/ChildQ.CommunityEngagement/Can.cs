using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.CommunityEngagement;

/// <summary>
/// Who may do what in community engagement (ACCESS.md). Reading is open to all, of what their sharing levels let them see. Police wins: whoever
/// speaks for police keeps nothing here and loads nothing, whatever else they hold.
/// </summary>
public static class Can
{
    /// <summary>A facilitator only the activities they run.</summary>
    public static AuthorizationPolicy KeepActivities { get; } = NotPolice(Roles.EngagementLead, Roles.Facilitator);

    /// <summary>A facilitator only the insights of activities they run.</summary>
    public static AuthorizationPolicy KeepInsights { get; } = NotPolice(Roles.EngagementLead, Roles.Facilitator);

    public static AuthorizationPolicy KeepThemes { get; } = NotPolice(Roles.EngagementLead);

    public static AuthorizationPolicy KeepSteps { get; } = NotPolice(Roles.EngagementLead);

    public static AuthorizationPolicy Import { get; } = NotPolice(Roles.DataLoader, Roles.EngagementLead);

    private static AuthorizationPolicy NotPolice(params IEnumerable<string> roles) =>
        new AuthorizationPolicyBuilder(Policy.For(roles)).RequireAssertion(context => !SharingRules.IsPolice(context.User)).Build();
}
