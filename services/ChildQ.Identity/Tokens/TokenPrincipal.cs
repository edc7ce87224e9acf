using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Tokens;

/// <summary>What every token of this issuer has in common, whoever it is for.</summary>
public static class TokenPrincipal
{
    public static ClaimsPrincipal For(ClaimsIdentity identity, IEnumerable<string> scopes)
    {
        identity.SetScopes(scopes).SetResources(IdentitySettings.Audience);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
