using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Tokens;

/// <summary>
/// Sign-out. A caller that shows the signed-in person's own id token is the gateway, and is obeyed at once; any other link
/// leads to a page that asks, so that another site cannot sign people out.
/// </summary>
public static class EndSessionEndpoint
{
    public static void MapEndSession(this IEndpointRouteBuilder routes) =>
        routes
            .MapMethods(
                "/connect/end-session",
                [HttpMethods.Get, HttpMethods.Post],
                async (HttpContext http, SignInManager<Account> signIn) =>
                {
                    var hint = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
                    var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
                    if (
                        session.Principal is { } principal
                        && hint.Principal?.GetClaim(Claims.Subject) != signIn.UserManager.GetUserId(principal)
                    )
                    {
                        return Results.LocalRedirect($"{IdentitySettings.PathPrefix}/sign-out");
                    }

                    await signIn.SignOutAsync();
                    return Results.SignOut(
                        new AuthenticationProperties { RedirectUri = "/" },
                        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
                    );
                }
            )
            .AllowAnonymous()
            .DisableAntiforgery();
}
