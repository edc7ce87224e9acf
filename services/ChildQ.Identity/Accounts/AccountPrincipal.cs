using System.Security.Claims;
using ChildQ.Identity.Tokens;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Accounts;

/// <summary>What tokens say about an account, read anew whenever one is issued, so that a role taken away is gone at the next refresh.</summary>
public sealed class AccountPrincipal(UserManager<Account> accounts)
{
    private static readonly string[] ScopeClaims = ["school", "organisation", "body"];

    public async Task<ClaimsPrincipal> CreateAsync(Account account, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.Id.ToString()).SetClaim(Claims.Name, account.Name);
        identity.SetClaims(Claims.Role, [.. await accounts.GetRolesAsync(account)]);
        var claims = await accounts.GetClaimsAsync(account);
        foreach (var type in ScopeClaims)
        {
            identity.SetClaims(type, [.. claims.Where(c => c.Type == type).Select(c => c.Value)]);
        }

        return TokenPrincipal.For(identity, scopes);
    }
}
