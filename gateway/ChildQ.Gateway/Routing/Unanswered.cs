using ChildQ.Gateway.Pages;
using ChildQ.ServiceDefaults.Problems;
using Yarp.ReverseProxy.Model;

namespace ChildQ.Gateway.Routing;

/// <summary>Says which part did not answer, when one did not.</summary>
public static class Unanswered
{
    public static async Task ExplainAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var status = http.Response.StatusCode;
        var failed = http.GetForwarderErrorFeature() is not null || status == StatusCodes.Status503ServiceUnavailable;
        if (!failed || http.Features.Get<IReverseProxyFeature>() is not { } proxied)
        {
            return;
        }

        http.Response.Clear();
        await Explanation(http.Request, status, TitleOf(proxied.Route.Config.ClusterId)).ExecuteAsync(http);
    }

    private static IResult Explanation(HttpRequest request, int status, string part) =>
        status switch
        {
            StatusCodes.Status413PayloadTooLarge => Problem.Of(status, "input/too-large", "The request body is too large."),
            StatusCodes.Status400BadRequest => Problem.Of(status, "input/not-readable", "The request could not be read to its end."),
            _ when Page.IsWantedBy(request) => Page.Result(
                status,
                "Sorry, there is a problem with the service",
                $"“{part}” does not answer at the moment. Try again in a few minutes.",
                ("/health", "See which parts are working")
            ),
            StatusCodes.Status504GatewayTimeout => Problem.Of(status, "gateway/too-slow", $"“{part}” did not answer in time."),
            _ => Problem.Of(status, "gateway/not-answering", $"“{part}” does not answer."),
        };

    private static string TitleOf(string? name) =>
        new[] { Parts.Portal, Parts.Identity }.Concat(Parts.Services).FirstOrDefault(part => part.Name == name)?.Title
        ?? "A part of the service";
}
