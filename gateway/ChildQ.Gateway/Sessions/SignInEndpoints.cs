using ChildQ.Gateway.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChildQ.Gateway.Sessions;

public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", SignIn);
        routes.MapGet(
            "/sign-in/failed",
            () =>
                Page.Result(
                    StatusCodes.Status400BadRequest,
                    "You could not be signed in",
                    "The sign-in took too long, was stopped, or was begun in another window.",
                    ("/sign-in", "Try again")
                )
        );
        routes.MapPost("/sign-out", SignOut);
        routes.MapGet("/session", CurrentSession);
    }

    private static IResult SignIn(HttpContext http, GatewaySettings settings, string? returnUrl)
    {
        var back = RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/";

        // Signing in ends at the public address: begun at another one, its cookies would not be found there.
        if (http.Request.Host != HostString.FromUriComponent(settings.PublicUrl))
        {
            return Results.Redirect(new Uri(settings.PublicUrl, $"/sign-in{QueryString.Create("returnUrl", back)}").ToString());
        }

        return http.IsFromSession()
            ? Results.LocalRedirect(back)
            : Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static IResult SignOut(HttpContext http) =>
        http.IsFromSession()
            ? Results.SignOut(
                new AuthenticationProperties { RedirectUri = "/" },
                [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
            )
            : Results.LocalRedirect("/");

    private static Ok<SessionResponse> CurrentSession(HttpContext http, GatewaySettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(
            http.User.Identity is { IsAuthenticated: true } person
                ? new SessionResponse(SignedIn: true, person.Name, [.. http.User.FindAll(settings.RoleClaim).Select(claim => claim.Value)])
                : new SessionResponse(SignedIn: false, Name: null, Roles: [])
        );
    }

    /// <summary>Who the browser is signed in as.</summary>
    public sealed record SessionResponse(bool SignedIn, string? Name, IReadOnlyList<string> Roles);
}
