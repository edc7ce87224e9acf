using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChildQ.ServiceDefaults.Problems;

/// <summary>Turns everything that goes wrong into problem details without a stack trace.</summary>
public static class ProblemDefaults
{
    public static void AddProblems(this IHostApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                context.ProblemDetails.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString();
                context.ProblemDetails.Instance = context.HttpContext.Request.Path;
                if (
                    context.ProblemDetails.Type is null
                    || context.ProblemDetails.Type.StartsWith("https://tools.ietf.org", StringComparison.Ordinal)
                )
                {
                    var plain = Plain(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
                    context.ProblemDetails.Type = plain.Type;
                    context.ProblemDetails.Title = plain.Title;
                    context.ProblemDetails.Detail ??= plain.Detail;
                }
            }
        );
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(
            (http, next) =>
                // PostgreSQL's text holds every character but this one.
                http.Request.Query.Any(q => q.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true))
                    ? Problem
                        .Of(400, "input/not-readable", "A value in the address holds a character that cannot be read.")
                        .ExecuteAsync(http)
                    : next(http)
        );
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Plain(int status) =>
        status switch
        {
            401 => Problem.Details(401, "access/sign-in", "Sign in, or send a bearer token."),
            403 => Problem.Details(403, "access/not-allowed", "Your role does not allow this."),
            404 => Problem.Details(404, "not-found", "There is nothing at this address, or it is not yours to see."),
            405 => Problem.Details(405, "method-not-allowed", "This address does not take that method."),
            415 => Problem.Details(415, "content-type", "Send the content type that the API's document names."),
            _ => Problem.Details(status, $"http/{status}", "The request was not carried out."),
        };

    private sealed class ExceptionProblems(
        IProblemDetailsService problems,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        ILogger<ExceptionProblems> log
    ) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            var details = exception switch
            {
                BadHttpRequestException { InnerException: System.Text.Json.JsonException unread } => Problem.Details(
                    400,
                    "input/not-readable",
                    $"The JSON could not be read at {JsonPlace.Of(unread, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint, json.Value.SerializerOptions)}."
                ),
                BadHttpRequestException { StatusCode: 413 } => Problem.Details(413, "input/too-large", "The request body is too large."),
                BadHttpRequestException { StatusCode: 415 } => Problem.Details(
                    415,
                    "content-type",
                    "Send application/json, or the type named in the API's document."
                ),
                BadHttpRequestException bad => Problem.Details(
                    bad.StatusCode,
                    "input/not-readable",
                    "A value in the address or the body could not be read."
                ),
                DbUpdateConcurrencyException => Problem.Details(
                    412,
                    "version/changed",
                    "Someone else changed this since you read it. Read it again, then make your change."
                ),
                DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => Problem.Details(
                    409,
                    "reference/taken",
                    "Something else on record already has that reference."
                ),
                OperationCanceledException when context.RequestAborted.IsCancellationRequested => Problem.Details(
                    499,
                    "request/abandoned",
                    "The caller went away."
                ),
                _ => null,
            };
            if (details is null)
            {
                // Only the kind of exception: a message may hold what a person typed.
                log.LogError(
                    "Unhandled {Exception} at {Site}",
                    exception.GetType().FullName,
                    exception.TargetSite?.DeclaringType?.FullName
                );
                details = Problem.Details(
                    500,
                    "server/error",
                    "Something went wrong on our side. Nothing was changed. Quote the trace id to the operations team."
                );
            }

            context.Response.StatusCode = details.Status ?? 500;
            return await problems.TryWriteAsync(
                new()
                {
                    HttpContext = context,
                    ProblemDetails = details,
                    AdditionalMetadata = context.GetEndpoint()?.Metadata,
                }
            );
        }
    }
}
