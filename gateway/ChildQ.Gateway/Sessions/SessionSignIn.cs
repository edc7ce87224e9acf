using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ChildQ.Gateway.Sessions;

/// <summary>Who a request is from: a browser's session, or an API client's bearer token. Where both are sent, the token counts.</summary>
public static class SessionSignIn
{
    /// <summary>A session ends when its browser has sent nothing for this long.</summary>
    public static readonly TimeSpan IdleFor = TimeSpan.FromHours(1);

    /// <summary>Every cookie of the gateway's own has this in its name; no part behind it gets to see one.</summary>
    public const string CookieName = "childq-gateway";

    private const string SessionOrBearer = "session-or-bearer";

    public static bool HasBearer(this HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request counts as its browser's session: then, and only then, another site could have caused it.</summary>
    public static bool IsFromSession(this HttpContext http) => http.User.Identity?.IsAuthenticated == true && !http.Request.HasBearer();

    public static void AddSessions(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var services = builder.Services;
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionTokens>();
        services.AddHostedService<SessionPurge>();
        services.AddTransient<IdentityBackchannel>();
        services
            .AddHttpClient(IdentityBackchannel.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .AddHttpMessageHandler<IdentityBackchannel>()
            .AddServiceDiscovery()
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

        services
            .AddAuthentication(SessionOrBearer)
            .AddPolicyScheme(
                SessionOrBearer,
                displayName: null,
                scheme =>
                    scheme.ForwardDefaultSelector = http =>
                        http.Request.HasBearer()
                            ? JwtBearerDefaults.AuthenticationScheme
                            : CookieAuthenticationDefaults.AuthenticationScheme
            )
            .AddCookie(cookie => ConfigureCookie(cookie, settings))
            .AddJwtBearer()
            .AddOpenIdConnect(oidc => ConfigureSignIn(oidc, settings));
        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);
        services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory>((oidc, clients) => oidc.Backchannel = clients.CreateClient(IdentityBackchannel.ClientName));
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory>(
                (jwt, clients) =>
                {
                    jwt.Backchannel = clients.CreateClient(IdentityBackchannel.ClientName);
                    jwt.Authority = settings.Authority.ToString();
                    jwt.Audience = settings.Audience;
                    jwt.RequireHttpsMetadata = !settings.Authority.IsLoopback;
                    jwt.MapInboundClaims = false;
                    jwt.TokenValidationParameters.NameClaimType = "name";
                    jwt.TokenValidationParameters.RoleClaimType = settings.RoleClaim;
                }
            );
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie, GatewaySettings settings)
    {
        // The prefix makes browsers refuse such a cookie from a sub-domain or over http; it needs https itself.
        cookie.Cookie.Name = settings.IsHttps ? $"__Host-{CookieName}" : CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = IdleFor;
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(SessionTokens);
    }

    private static void ConfigureSignIn(OpenIdConnectOptions oidc, GatewaySettings settings)
    {
        oidc.Authority = settings.Authority.ToString();
        oidc.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        oidc.ClientId = settings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        oidc.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oidc.SignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // A form posted back by script would need scripts, and cookies sent across sites.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true;
        oidc.MapInboundClaims = false;
        oidc.DisableTelemetry = true;
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.TokenValidationParameters.RoleClaimType = settings.RoleClaim;
        oidc.Scope.Clear();
        foreach (var scope in settings.Scopes)
        {
            oidc.Scope.Add(scope);
        }

        var secure = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        oidc.CorrelationCookie.Name = $"{CookieName}.correlation.";
        oidc.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = secure;
        oidc.NonceCookie.Name = $"{CookieName}.nonce.";
        oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.NonceCookie.SecurePolicy = secure;

        oidc.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            failed.Response.Redirect("/sign-in/failed");
            return Task.CompletedTask;
        };
    }
}
