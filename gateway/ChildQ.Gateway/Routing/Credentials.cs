using ChildQ.Gateway.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace ChildQ.Gateway.Routing;

/// <summary>What the parts behind the gateway learn about the caller: a bearer token, and nothing a caller could have made up.</summary>
public static class Credentials
{
    /// <summary>Headers by which some servers believe who or where a caller is. Only the gateway may say that.</summary>
    private static readonly string[] Claimed =
    [
        "Forwarded",
        "X-Real-IP",
        "X-Client-IP",
        "True-Client-IP",
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-HTTP-Method-Override",
        "Remote-User",
        "X-Remote-User",
        "X-User",
        "X-Roles",
    ];

    private static readonly string[] ClaimedPrefixes = ["X-Forwarded-", "X-Auth-Request-", "X-MS-CLIENT-PRINCIPAL", "X-MS-TOKEN-"];

    /// <summary>Takes off every header that claims who or where the caller is. The proxy writes its own X-Forwarded-* afterwards.</summary>
    public static void UseOnlyProvenHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Request.Headers;
                foreach (var name in headers.Keys.Where(IsClaim).ToList())
                {
                    headers.Remove(name);
                }

                return next(http);
            }
        );

    /// <summary>Sets what a part is sent with each request.</summary>
    public static void AddCredentials(this TransformBuilderContext context)
    {
        var part = context.Route.ClusterId;
        if (part == Parts.Portal.Name || part == Parts.Identity.Name)
        {
            context.AddOriginalHost();
            context.AddRequestTransform(KeepOnlyItsCookies);
        }
        else
        {
            context.AddRequestHeaderRemove(HeaderNames.Cookie);
        }

        // The identity service has its own sign-in, and takes client secrets in Authorization.
        if (part != Parts.Identity.Name)
        {
            context.AddRequestTransform(SendBearerOnly);
        }
    }

    private static bool IsClaim(string name) =>
        Claimed.Contains(name, StringComparer.OrdinalIgnoreCase)
        || ClaimedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static ValueTask KeepOnlyItsCookies(RequestTransformContext context)
    {
        var kept = context
            .HttpContext.Request.Headers.Cookie.SelectMany(line => line?.Split(';', StringSplitOptions.TrimEntries) ?? [])
            .Where(cookie => cookie.Length > 0 && !cookie.Split('=', 2)[0].Contains(SessionSignIn.CookieName, StringComparison.Ordinal))
            .ToList();
        context.ProxyRequest.Headers.Remove(HeaderNames.Cookie);
        if (kept.Count > 0)
        {
            context.ProxyRequest.Headers.TryAddWithoutValidation(HeaderNames.Cookie, string.Join("; ", kept));
        }

        return default;
    }

    private static ValueTask SendBearerOnly(RequestTransformContext context)
    {
        var http = context.HttpContext;
        if (http.Request.HasBearer())
        {
            return default;
        }

        var headers = context.ProxyRequest.Headers;
        headers.Authorization = null;
        if (http.IsFromSession())
        {
            var session = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
            headers.Authorization = session?.GetTokenValue("access_token") is { } token ? new("Bearer", token) : null;
            // Compressed pages that hold both secrets and a caller's own words can be guessed from their length.
            headers.AcceptEncoding.Clear();
        }

        return default;
    }
}
