using Microsoft.AspNetCore.Identity;

namespace ChildQ.Identity.Accounts;

/// <summary>
/// Someone who can sign in. The user name is the e-mail address. Roles are Identity roles; what a role is scoped to
/// (<c>school</c>, <c>organisation</c>, <c>body</c>) are account claims.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>As shown to others and put in tokens.</summary>
    public required string Name { get; init; }

    /// <summary>Seeded with a password that everyone can read; its presence keeps production from starting.</summary>
    public bool ForDevelopment { get; init; }
}
