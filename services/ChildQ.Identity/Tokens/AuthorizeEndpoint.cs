using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ChildQ.Identity.Tokens;

/// <summary>The start of a sign-in: whoever has none is sent to the sign-in page and comes back here.</summary>
public static class AuthorizeEndpoint
{
    public static void MapAuthorize(this IEndpointRouteBuilder routes) =>
        routes
            .MapMethods(
                "/connect/authorize",
                [HttpMethods.Get, HttpMethods.Post],
                async (HttpContext http, UserManager<Account> accounts, SignInManager<Account> signIn, AccountPrincipal principals) =>
                {
                    var request =
                        http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
                    var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
                    var account = session.Principal is { } principal ? await accounts.GetUserAsync(principal) : null;

                    if (account is null || !await signIn.CanSignInAsync(account) || MustSignInAgain(request, session))
                    {
                        return request.HasPromptValue(PromptValues.None) ? LoginRequired() : SignInFirst(http, request);
                    }

                    return Results.SignIn(
                        await principals.CreateAsync(account, request.GetScopes()),
                        authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
                    );
                }
            )
            .AllowAnonymous();

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult session) =>
        request.HasPromptValue(PromptValues.Login)
        || (
            request.MaxAge is { } seconds
            && session.Properties?.IssuedUtc is { } signedInAt
            && TimeProvider.System.GetUtcNow() - signedInAt > TimeSpan.FromSeconds(seconds)
        );

    private static IResult LoginRequired() =>
        Results.Forbid(
            new AuthenticationProperties(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "Nobody is signed in.",
                }
            ),
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
        );

    private static IResult SignInFirst(HttpContext http, OpenIddictRequest request)
    {
        // Without "prompt", or coming back here would ask for sign-in again, and again.
        var parameters = http.Request.HasFormContentType ? http.Request.Form.ToDictionary() : http.Request.Query.ToDictionary();
        if (request.HasPromptValue(PromptValues.Login))
        {
            parameters.Remove(Parameters.Prompt);
        }

        var back = http.Request.PathBase + http.Request.Path + QueryString.Create(parameters);
        return Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [IdentityConstants.ApplicationScheme]);
    }
}
