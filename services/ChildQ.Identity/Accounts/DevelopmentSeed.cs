using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace ChildQ.Identity.Accounts;

/// <summary>Puts the development accounts in the database, and leaves those alone that are there.</summary>
public sealed class DevelopmentSeed(UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles)
{
    public async Task PlantAsync()
    {
        foreach (var seed in DevelopmentAccount.All)
        {
            if (!await roles.RoleExistsAsync(seed.Role))
            {
                Require(await roles.CreateAsync(new IdentityRole<Guid>(seed.Role)));
            }

            if (await accounts.FindByNameAsync(seed.Email) is null)
            {
                await PlantAsync(seed);
            }
        }
    }

    private async Task PlantAsync(DevelopmentAccount seed)
    {
        var account = new Account
        {
            UserName = seed.Email,
            Email = seed.Email,
            EmailConfirmed = true,
            Name = seed.Name,
            ForDevelopment = true,
        };
        Require(await accounts.CreateAsync(account, DevelopmentAccount.Password));
        Require(await accounts.AddToRoleAsync(account, seed.Role));
        if (seed is { ScopeClaim: { } type, ScopeValue: { } value })
        {
            Require(await accounts.AddClaimAsync(account, new Claim(type, value)));
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"A development account could not be made: {result}");
        }
    }
}
