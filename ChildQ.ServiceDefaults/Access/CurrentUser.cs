using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Access;

/// <summary>Who is asking: the caller of the request, or the service itself where a message or a clock acts.</summary>
public sealed class CurrentUser(IHttpContextAccessor http, ServiceIdentity service)
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    public ClaimsPrincipal Principal => http.HttpContext?.User ?? Nobody;

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    /// <summary>The token's subject: an opaque id, never a name. <c>anonymous</c> for a caller not signed in.</summary>
    public string Id =>
        http.HttpContext is null ? $"service:{service.Name}"
        : IsSignedIn ? Principal.FindFirstValue("sub") ?? "unknown"
        : "anonymous";

    /// <summary>The school (URN) that a <c>school</c> user speaks for; none for anyone else.</summary>
    public int? School => int.TryParse(Principal.FindFirstValue("school"), CultureInfo.InvariantCulture, out var urn) ? urn : null;

    /// <summary>The organisation that a partner speaks for, for example <c>metropolitan-police</c>.</summary>
    public string? Organisation => Principal.FindFirstValue("organisation");

    public bool Has(string role) => Principal.IsInRole(role);

    public bool HasAny(params IEnumerable<string> roles) => roles.Any(Principal.IsInRole);
}
