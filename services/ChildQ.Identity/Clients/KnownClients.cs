using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Clients;

/// <summary>The clients of this deployment, as configured. What is registered follows the configuration at every start.</summary>
public static class KnownClients
{
    public const string Gateway = "childq-gateway";
    public const string DataLoader = "childq-data-loader";
    public const string Development = "childq-development";

    public static IEnumerable<OpenIddictApplicationDescriptor> Of(IdentitySettings settings)
    {
        yield return GatewayClient(settings);
        if (!string.IsNullOrWhiteSpace(settings.LoaderClientSecret))
        {
            yield return ApiClient(new ApiClientSettings(DataLoader, "Data loader", settings.LoaderClientSecret, ["data-loader"]));
        }

        foreach (var client in settings.Clients)
        {
            yield return ApiClient(client);
        }

        if (settings.SeedDevelopmentAccounts)
        {
            yield return DevelopmentClient();
        }
    }

    private static OpenIddictApplicationDescriptor GatewayClient(IdentitySettings settings) =>
        new()
        {
            ClientId = Gateway,
            ClientSecret = settings.GatewayClientSecret,
            DisplayName = "Gateway",
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(settings.PublicUrl, "/signin-oidc") },
            PostLogoutRedirectUris = { new Uri(settings.PublicUrl, "/signout-callback-oidc") },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
                Permissions.Prefixes.Scope + IdentitySettings.Audience,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };

    private static OpenIddictApplicationDescriptor ApiClient(ApiClientSettings client) =>
        new()
        {
            ClientId = client.ClientId,
            ClientSecret = client.Secret,
            DisplayName = client.DisplayName,
            ClientType = ClientTypes.Confidential,
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.ClientCredentials,
                Permissions.Prefixes.Scope + IdentitySettings.Audience,
            },
            Properties = { [ApiClients.RolesProperty] = JsonSerializer.SerializeToElement(client.Roles) },
        };

    private static OpenIddictApplicationDescriptor DevelopmentClient() =>
        new()
        {
            ClientId = Development,
            DisplayName = "Development",
            ClientType = ClientTypes.Public,
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.Password,
                Permissions.GrantTypes.RefreshToken,
                Permissions.Scopes.Profile,
                Permissions.Prefixes.Scope + IdentitySettings.Audience,
            },
        };
}
