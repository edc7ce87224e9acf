using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Oversight;

/// <summary>Who may do what in oversight (ACCESS.md). Its registers are public to read.</summary>
public static class Can
{
    public static AuthorizationPolicy KeepRegisters { get; } = Policy.For(Roles.Oversight);

    public static AuthorizationPolicy Import { get; } = Policy.For(Roles.DataLoader, Roles.Oversight);
}
