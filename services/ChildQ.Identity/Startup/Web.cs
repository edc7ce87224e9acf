using System.Threading.RateLimiting;
using ChildQ.Identity.Clients;
using ChildQ.Identity.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Identity.Startup;

/// <summary>How this issuer stands on the web: behind the gateway, at the public address, with its own database.</summary>
public static class Web
{
    public const string SignInLimit = "sign-in";

    public static void AddIdentityDatabase(this WebApplicationBuilder builder, IdentitySettings settings)
    {
        var connection =
            builder.Configuration.GetConnectionString("identity-db")
            ?? throw new InvalidOperationException("ConnectionStrings__identity-db is not set: the AppHost gives it, or give it yourself.");
        builder.Services.AddDbContext<IdentityDb>(options => options.UseNpgsql(connection).UseSnakeCaseNamingConvention());
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("identity-db");
        var keys = builder.Services.AddDataProtection().SetApplicationName("ChildQ.Identity").PersistKeysToDbContext<IdentityDb>();
        if (settings.KeyRingCertificate is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate.Load());
        }
    }

    public static void AddPages(this WebApplicationBuilder builder, IdentitySettings settings)
    {
        builder.Services.AddRazorPages();
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "childq-identity-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddScoped<ApiClients>();
        builder.Services.AddScoped<PasswordGrant>();
        builder.Services.AddScoped<RenewedGrant>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignInLimit, http => SignInsFrom(http, settings.SignInsPerMinute));
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            foreach (var network in settings.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    /// <summary>
    /// Every address this issuer writes is the public one, whichever way the request came. Nothing a caller sends (Host, X-Forwarded-Host) has a say.
    /// </summary>
    public static void UsePublicAddress(this WebApplication app, IdentitySettings settings)
    {
        var host = HostString.FromUriComponent(settings.PublicUrl);
        app.UseForwardedHeaders();
        app.Use(
            (http, next) =>
            {
                http.Request.Scheme = settings.PublicUrl.Scheme;
                http.Request.Host = host;
                return next(http);
            }
        );
        app.UsePathBase(IdentitySettings.PathPrefix);
    }

    private static RateLimitPartition<string> SignInsFrom(HttpContext http, int perMinute) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"address {http.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("reading");
}
