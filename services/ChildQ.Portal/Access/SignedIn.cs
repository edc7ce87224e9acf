using System.Security.Claims;

namespace ChildQ.Portal.Access;

/// <summary>Questions a page asks about who is signed in.</summary>
public static class SignedIn
{
    public static bool IsAny(this ClaimsPrincipal user, params IEnumerable<string> roles) => roles.Any(user.IsInRole);

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;

    /// <summary>The school (URN) a head or governor speaks for.</summary>
    public static string? School(this ClaimsPrincipal user) => user.FindFirstValue("school");
}
