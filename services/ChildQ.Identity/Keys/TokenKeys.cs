using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace ChildQ.Identity.Keys;

/// <summary>
/// The keys of this issuer: from certificates where they are configured, else made once and kept in the database.
/// <see cref="LoadAsync"/> runs before the first request.
/// </summary>
public sealed class TokenKeys(IdentitySettings settings, IDataProtectionProvider protection, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>
{
    private readonly IDataProtector _protector = protection.CreateProtector("ChildQ.Identity.TokenKeys");
    private readonly List<SecurityKey> _signing = [];
    private readonly List<SecurityKey> _encryption = [];

    /// <summary>To be called under the start-up lock: two replicas starting together must not each make a key.</summary>
    public async Task LoadAsync(IdentityDb db, CancellationToken cancellation)
    {
        if (settings.SigningCertificate is { } signing)
        {
            _signing.Add(new X509SecurityKey(signing.Load()));
        }
        else
        {
            var key = await FindOrMakeAsync(db, TokenKeyUse.Signing, NewSigningKey, cancellation);
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(_protector.Unprotect(key.Sealed), out _);
            _signing.Add(new RsaSecurityKey(rsa) { KeyId = key.Id.ToString("n") });
        }

        if (settings.EncryptionCertificate is { } encryption)
        {
            _encryption.Add(new X509SecurityKey(encryption.Load()));
        }
        else
        {
            var key = await FindOrMakeAsync(db, TokenKeyUse.Encryption, () => RandomNumberGenerator.GetBytes(32), cancellation);
            _encryption.Add(new SymmetricSecurityKey(_protector.Unprotect(key.Sealed)) { KeyId = key.Id.ToString("n") });
        }
    }

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in _signing)
        {
            options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        }

        foreach (var key in _encryption)
        {
            var wrapping = key is SymmetricSecurityKey ? SecurityAlgorithms.Aes256KW : SecurityAlgorithms.RsaOAEP;
            options.EncryptionCredentials.Add(new EncryptingCredentials(key, wrapping, SecurityAlgorithms.Aes256CbcHmacSha512));
        }
    }

    private async Task<TokenKey> FindOrMakeAsync(IdentityDb db, TokenKeyUse use, Func<byte[]> make, CancellationToken cancellation)
    {
        var key = await db.TokenKeys.Where(k => k.Use == use).OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(cancellation);
        if (key is null)
        {
            key = new TokenKey
            {
                Use = use,
                Sealed = _protector.Protect(make()),
                CreatedAt = clock.GetUtcNow(),
            };
            db.TokenKeys.Add(key);
            await db.SaveChangesAsync(cancellation);
        }

        return key;
    }

    private static byte[] NewSigningKey()
    {
        using var rsa = RSA.Create(3072);
        return rsa.ExportPkcs8PrivateKey();
    }
}
