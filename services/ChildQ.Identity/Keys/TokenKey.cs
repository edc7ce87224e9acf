namespace ChildQ.Identity.Keys;

/// <summary>A key that tokens are signed or encrypted with, kept so that restarts and replicas share it.</summary>
public sealed class TokenKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required TokenKeyUse Use { get; init; }

    /// <summary>The key, encrypted by data protection: PKCS#8 for signing, raw bytes for encryption.</summary>
    public required byte[] Sealed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public enum TokenKeyUse
{
    /// <summary>RSA; its public half is published for services to check signatures with.</summary>
    Signing,

    /// <summary>AES-256, for authorization codes and refresh tokens, which only this issuer reads.</summary>
    Encryption,
}
