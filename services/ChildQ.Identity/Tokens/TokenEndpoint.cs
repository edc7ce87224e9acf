using System.Security.Claims;
using ChildQ.Identity.Accounts;
using ChildQ.Identity.Clients;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Tokens;

/// <summary>Issues tokens; OpenIddict has checked client, code, verifier and grant before this runs.</summary>
public static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/connect/token",
                (HttpContext http, ApiClients clients, PasswordGrant password, RenewedGrant renewed) =>
                {
                    var request =
                        http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
                    return request switch
                    {
                        _ when request.IsClientCredentialsGrantType() => clients.SignInAsync(request),
                        _ when request.IsPasswordGrantType() => password.SignInAsync(request),
                        _ => renewed.SignInAsync(http),
                    };
                }
            )
            .AllowAnonymous()
            .DisableAntiforgery();

    internal static IResult Issue(ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    internal static IResult Refuse(string description) =>
        Results.Forbid(
            new AuthenticationProperties(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
                }
            ),
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
        );
}

/// <summary>A code or refresh token: the account as it is now, which may no longer be allowed in.</summary>
public sealed class RenewedGrant(UserManager<Account> accounts, SignInManager<Account> signIn, AccountPrincipal principals)
{
    public async Task<IResult> SignInAsync(HttpContext http)
    {
        var granted = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var account = granted.Principal?.GetClaim(Claims.Subject) is { } id ? await accounts.FindByIdAsync(id) : null;
        if (account is null || !await signIn.CanSignInAsync(account) || await accounts.IsLockedOutAsync(account))
        {
            return TokenEndpoint.Refuse("This account can no longer sign in.");
        }

        return TokenEndpoint.Issue(await principals.CreateAsync(account, granted.Principal!.GetScopes()));
    }
}

/// <summary>For tests and .http files with the development accounts; the server has it switched off everywhere else.</summary>
public sealed class PasswordGrant(UserManager<Account> accounts, SignInManager<Account> signIn, AccountPrincipal principals)
{
    public async Task<IResult> SignInAsync(OpenIddictRequest request)
    {
        var account = await accounts.FindByNameAsync(request.Username ?? "");
        var accepted =
            account is { ForDevelopment: true }
            && (await signIn.CheckPasswordSignInAsync(account, request.Password ?? "", lockoutOnFailure: true)).Succeeded;
        return accepted
            ? TokenEndpoint.Issue(await principals.CreateAsync(account!, request.GetScopes()))
            : TokenEndpoint.Refuse("The user name or password is not right, or the account is locked for now.");
    }
}
