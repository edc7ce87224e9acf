using ChildQ.Identity.Keys;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Tokens;

public static class TokenIssuer
{
    /// <summary>Short, because a role taken away stays in an access token until it ends.</summary>
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>A working day: after it, people sign in again however busy they were.</summary>
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromHours(12);

    public static void AddTokenIssuer(this WebApplicationBuilder builder, IdentitySettings settings)
    {
        builder.Services.AddSingleton<TokenKeys>();
        builder.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(services => services.GetRequiredService<TokenKeys>());

        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server
                    .SetIssuer(settings.Issuer)
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetRevocationEndpointUris("connect/revoke")
                    .SetEndSessionEndpointUris("connect/end-session");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                if (settings.SeedDevelopmentAccounts)
                {
                    server.AllowPasswordFlow();
                }

                server
                    .DisableAccessTokenEncryption()
                    .DisableSlidingRefreshTokenExpiration()
                    .SetAccessTokenLifetime(AccessTokenLifetime)
                    .SetRefreshTokenLifetime(RefreshTokenLifetime);
                // A challenge sent in the clear proves nothing to whoever can read the request.
                server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                server.RegisterScopes(Scopes.Profile, IdentitySettings.Audience);
                server.RegisterClaims(Claims.Name, Claims.Role, "school", "organisation", "body");

                var aspNetCore = server
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .EnableStatusCodePagesIntegration();
                if (settings.PublicUrl.IsLoopback)
                {
                    aspNetCore.DisableTransportSecurityRequirement();
                }
            });
        builder.Services.AddHostedService<TokenPruning>();
    }
}
