using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Gateway.Sessions;

/// <summary>
/// A browser sends its session cookie with whatever a page asks for, whoever's page it is. So an unsafe request made with a session must
/// prove that it comes from our own pages, by what only the browser can write: <c>Sec-Fetch-Site</c>, or <c>Origin</c>. One with neither is refused.
/// </summary>
public static class CrossSite
{
    public const string ProblemType = "gateway/cross-site";

    public static void UseCrossSiteProtection(this WebApplication app) =>
        app.Use(
            (http, next) =>
                IsSafe(http.Request.Method) || !http.IsFromSession() || IsOurs(http.Request)
                    ? next(http)
                    : Problem
                        .Of(
                            StatusCodes.Status403Forbidden,
                            ProblemType,
                            "This request came from another site, or does not say where it came from. Open the page here and send it again."
                        )
                        .ExecuteAsync(http)
        );

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "" => string.Equals(
                request.Headers.Origin.ToString(),
                $"{request.Scheme}://{request.Host}",
                StringComparison.OrdinalIgnoreCase
            ),
            "same-origin" or "none" => true,
            _ => false,
        };
}
