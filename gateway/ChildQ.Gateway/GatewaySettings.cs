using System.Security.Cryptography.X509Certificates;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Gateway;

/// <summary>What the gateway is told from outside. Read once at start; see README.md for each setting.</summary>
public sealed record GatewaySettings
{
    /// <summary>The address browsers and clients see.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Who issues tokens: this stack's own identity service, or the council's directory.</summary>
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string Audience { get; init; }

    /// <summary>What the authority calls the claim that holds roles: <c>role</c>, or <c>roles</c> with Entra ID.</summary>
    public required string RoleClaim { get; init; }

    public required int AnonymousPerMinute { get; init; }
    public required int SignedInPerMinute { get; init; }

    /// <summary>Networks (CIDR) of the load balancer in front, whose X-Forwarded-For and X-Forwarded-Proto are believed. None: nobody's are.</summary>
    public required IReadOnlyList<string> TrustedProxies { get; init; }

    public required X509Certificate2? KeyRingCertificate { get; init; }

    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether this stack has its own identity service behind this gateway.</summary>
    public bool HasOwnIdentity => Authority == new Uri(PublicUrl, "/identity/");

    public static GatewaySettings From(IConfiguration configuration)
    {
        var gateway = configuration.GetSection("Gateway");
        var authentication = configuration.GetSection("Authentication");
        var secret = authentication["ClientSecret"] ?? configuration["Identity:GatewayClientSecret"];
        return new GatewaySettings
        {
            PublicUrl = configuration.PublicUrl(),
            Authority = new Uri(configuration.Authority()),
            ClientId = authentication["ClientId"] ?? "childq-gateway",
            ClientSecret = string.IsNullOrWhiteSpace(secret)
                ? throw new InvalidOperationException(
                    "The gateway does not start: Identity__GatewayClientSecret is not set. The AppHost gives it; with another authority set Authentication__ClientSecret."
                )
                : secret,
            Scopes =
                authentication.GetSection("Scopes").Get<string[]>() ?? ["openid", "profile", "offline_access", AccessDefaults.Audience],
            Audience = authentication["Audience"] ?? AccessDefaults.Audience,
            RoleClaim = authentication["RoleClaim"] ?? "role",
            AnonymousPerMinute = gateway.GetValue("AnonymousPerMinute", 600),
            SignedInPerMinute = gateway.GetValue("SignedInPerMinute", 1800),
            TrustedProxies = gateway.GetSection("TrustedProxies").Get<string[]>() ?? [],
            KeyRingCertificate = gateway["KeyRingCertificate:Path"] is { } path
                ? X509CertificateLoader.LoadPkcs12FromFile(path, gateway["KeyRingCertificate:Password"])
                : null,
        };
    }
}
