using System.Security.Claims;
using System.Security.Cryptography;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChildQ.Testing;

/// <summary>Tokens as the identity service would issue them, signed by a key that only this test process has.</summary>
public static class TestTokens
{
    public const string Issuer = "https://tests.childq.example/identity/";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "tests" };

    /// <summary>Makes a service trust this process's key in place of the identity service's.</summary>
    public static void TrustTestTokens(this IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            jwt =>
            {
                jwt.Configuration = new() { Issuer = Issuer };
                // Nothing is looked up: the issuer's host does not exist.
                jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(jwt.Configuration);
                jwt.TokenValidationParameters.ValidIssuer = Issuer;
                jwt.TokenValidationParameters.IssuerSigningKey = Key;
                // The tests' clock stands still; tokens are issued and checked by the real one.
                jwt.TimeProvider = TimeProvider.System;
            }
        );

    public static string For(
        IEnumerable<string> roles,
        int? school = null,
        string? organisation = null,
        string? subject = null,
        string? body = null
    )
    {
        List<Claim> claims =
        [
            new("sub", subject ?? $"test-{string.Join('-', roles)}"),
            new("name", "Test caller"),
            .. roles.Select(r => new Claim("role", r)),
        ];
        if (school is not null)
        {
            claims.Add(new("school", $"{school}"));
        }

        if (organisation is not null)
        {
            claims.Add(new("organisation", organisation));
        }

        if (body is not null)
        {
            claims.Add(new("body", body));
        }

        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = AccessDefaults.Audience,
                Subject = new ClaimsIdentity(claims),
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
            }
        );
    }
}
