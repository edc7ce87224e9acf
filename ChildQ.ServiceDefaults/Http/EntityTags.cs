using System.Globalization;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Http;

/// <summary>An answer that carries the version of the thing as its <c>ETag</c>.</summary>
public sealed class Tagged<T>(T value, uint version, int status = StatusCodes.Status200OK, string? location = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = EntityTags.Of(version);
        if (location is not null)
        {
            httpContext.Response.Headers.Location = location;
        }

        await TypedResults.Json(value, statusCode: status).ExecuteAsync(httpContext);
    }
}

/// <summary>Optimistic concurrency over HTTP: <c>xmin</c> as ETag, <c>If-Match</c> on every update.</summary>
public static class EntityTags
{
    public static string Of(uint version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>200 with the thing and its ETag.</summary>
    public static IResult Ok<T>(T value, uint version) => new Tagged<T>(value, version);

    /// <summary>
    /// The endpoint changes a thing that was read before: 428 without <c>If-Match</c>, 400 for one that is not ours, 412 when it changed since
    /// (<see cref="IsStale"/>, and the database itself at the moment of saving).
    /// </summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder route) =>
        route
            .AddEndpointFilter(
                async (context, next) =>
                {
                    var header = context.HttpContext.Request.Headers.IfMatch.ToString();
                    if (header.Length == 0)
                    {
                        return Problem.Of(428, "version/required", "Send If-Match with the ETag of what you read.");
                    }

                    return Version(header) is null
                        ? Problem.Of(400, "version/not-readable", "If-Match must be one ETag as this API gave it.")
                        : await next(context);
                }
            )
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithMetadata(new IfMatchRequired());

    /// <summary>Whether the thing is no longer the version that the caller read.</summary>
    public static bool IsStale(this HttpContext http, Entity entity) => Version(http.Request.Headers.IfMatch.ToString()) != entity.Version;

    /// <summary>412.</summary>
    public static IResult Changed() =>
        Problem.Of(412, "version/changed", "Someone else changed this since you read it. Read it again, then make your change.");

    private static uint? Version(string header) =>
        header.Length > 2
        && header[0] == '"'
        && header[^1] == '"'
        && uint.TryParse(header[1..^1], CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}

/// <summary>Marks an endpoint that needs <c>If-Match</c>, for the OpenAPI document.</summary>
public sealed record IfMatchRequired;
