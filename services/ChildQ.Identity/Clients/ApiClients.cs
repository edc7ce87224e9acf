using System.Security.Claims;
using System.Text.Json;
using ChildQ.Identity.Tokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Clients;

/// <summary>Programs that act in roles of their own, without a person (client credentials).</summary>
public sealed class ApiClients(IOpenIddictApplicationManager applications)
{
    /// <summary>The property of a client that holds the roles it acts in.</summary>
    public const string RolesProperty = "roles";

    public async Task<IResult> SignInAsync(OpenIddictRequest request)
    {
        var client =
            await applications.FindByClientIdAsync(request.ClientId ?? "") ?? throw new InvalidOperationException("No such client.");
        var properties = await applications.GetPropertiesAsync(client);
        string[] roles = properties.TryGetValue(RolesProperty, out var value) ? value.Deserialize<string[]>() ?? [] : [];

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity
            .SetClaim(Claims.Subject, request.ClientId)
            .SetClaim(Claims.Name, await applications.GetDisplayNameAsync(client))
            .SetClaims(Claims.Role, [.. roles]);
        return TokenEndpoint.Issue(TokenPrincipal.For(identity, request.GetScopes()));
    }
}
