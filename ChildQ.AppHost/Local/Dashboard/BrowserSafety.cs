using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>
/// What keeps a web page elsewhere from reading the dashboard. Listening on loopback is not enough: a page whose name is made to
/// resolve to 127.0.0.1 (DNS rebinding) would be same-origin, so only requests that name this machine are answered.
/// </summary>
internal static class BrowserSafety
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.CacheControl] = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
