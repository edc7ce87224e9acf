using Microsoft.AspNetCore.Authorization;

namespace ChildQ.ServiceDefaults.Access;

/// <summary>Who may: built once per act in each service's <c>Can</c>, stated on each endpoint.</summary>
public static class Policy
{
    /// <summary>Signed in and holding at least one of these roles.</summary>
    public static AuthorizationPolicy For(params IEnumerable<string> roles) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles).Build();
}
