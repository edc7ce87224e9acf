using System.Security.Cryptography.X509Certificates;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Identity;

/// <summary>What this issuer is told from outside. Read once at start; see README.md for each setting.</summary>
public sealed record IdentitySettings
{
    /// <summary>The audience of every access token, and the scope that asks for it.</summary>
    public const string Audience = AccessDefaults.Audience;

    /// <summary>The path under which the gateway serves this issuer.</summary>
    public const string PathPrefix = "/identity";

    /// <summary>The address users see, which is the gateway's.</summary>
    public required Uri PublicUrl { get; init; }

    public bool SeedDevelopmentAccounts { get; init; }
    public string? GatewayClientSecret { get; init; }
    public string? LoaderClientSecret { get; init; }
    public int SignInsPerMinute { get; init; } = 20;
    public CertificateFile? SigningCertificate { get; init; }
    public CertificateFile? EncryptionCertificate { get; init; }

    /// <summary>Encrypts the data protection keys in the database; without it they stand there in the clear.</summary>
    public CertificateFile? KeyRingCertificate { get; init; }

    /// <summary>Further API clients (client credentials), each with the roles it acts in.</summary>
    public IReadOnlyList<ApiClientSettings> Clients { get; init; } = [];

    /// <summary>Networks (CIDR) whose X-Forwarded-For is believed, beside loopback.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public Uri Issuer => new(PublicUrl, $"{PathPrefix}/");

    public static IdentitySettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Identity");
        return new IdentitySettings
        {
            PublicUrl = configuration.PublicUrl(),
            SeedDevelopmentAccounts = section.GetValue<bool>("SeedDevelopmentAccounts"),
            GatewayClientSecret = section["GatewayClientSecret"],
            LoaderClientSecret = section["LoaderClientSecret"],
            SignInsPerMinute = section.GetValue("SignInsPerMinute", 20),
            SigningCertificate = section.GetSection("SigningCertificate").Get<CertificateFile>(),
            EncryptionCertificate = section.GetSection("EncryptionCertificate").Get<CertificateFile>(),
            KeyRingCertificate = section.GetSection("KeyRingCertificate").Get<CertificateFile>(),
            Clients = section.GetSection("Clients").Get<ApiClientSettings[]>() ?? [],
            TrustedProxies = section.GetSection("TrustedProxies").Get<string[]>() ?? [],
        };
    }
}

/// <summary>A PKCS#12 file.</summary>
public sealed record CertificateFile(string Path, string? Password)
{
    public X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile(Path, Password);
}

/// <summary>An API client of a deployment: it gets tokens with its secret and acts in the roles named here.</summary>
public sealed record ApiClientSettings(string ClientId, string DisplayName, string Secret, string[] Roles);
