using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ChildQ.HackneyData;

/// <summary>The HTTP client to the gateway: it waits, within bounds, for a stack that is still starting.</summary>
public static class GatewayClient
{
    public static IServiceCollection AddGatewayClient(
        this IServiceCollection services,
        LoaderSettings settings,
        TextWriter progress,
        TextWriter? errors = null
    )
    {
        var output = new Output(progress, errors ?? Console.Error);
        services.AddSingleton(output);
        services.AddSingleton<LoaderToken>(s => ActivatorUtilities.CreateInstance<LoaderToken>(s, Http(s)));
        services.AddSingleton<Loader>(s => ActivatorUtilities.CreateInstance<Loader>(s, Http(s)));
        services
            .AddHttpClient(
                nameof(GatewayClient),
                http =>
                {
                    http.BaseAddress = settings.PublicUrl;
                    http.Timeout = Timeout.InfiniteTimeSpan;
                }
            )
            .AddResilienceHandler(
                "stack-starting",
                pipeline => pipeline.AddRetry(WhileNotReady(settings, output)).AddTimeout(settings.CallTimeout)
            );
        return services;
    }

    private static HttpClient Http(IServiceProvider services) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(GatewayClient));

    private static HttpRetryStrategyOptions WhileNotReady(LoaderSettings settings, Output output) =>
        new()
        {
            MaxRetryAttempts = settings.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = false,
            Delay = settings.FirstWait,
            MaxDelay = settings.LongestWait,
            ShouldHandle = attempt =>
                ValueTask.FromResult(
                    attempt.Outcome.Exception is HttpRequestException or Polly.Timeout.TimeoutRejectedException
                        || attempt.Outcome.Result?.StatusCode
                            is HttpStatusCode.RequestTimeout
                                or HttpStatusCode.TooManyRequests
                                or HttpStatusCode.BadGateway
                                or HttpStatusCode.ServiceUnavailable
                                or HttpStatusCode.GatewayTimeout
                ),
            OnRetry = attempt =>
            {
                var why = attempt.Outcome.Result is { } response
                    ? $"it answers {(int)response.StatusCode}"
                    : attempt.Outcome.Exception!.Message;
                output.Say($"Waiting for {settings.PublicUrl} (try {attempt.AttemptNumber + 1} of {settings.Retries + 1}): {why}");
                return ValueTask.CompletedTask;
            },
        };
}

/// <summary>Where progress and failures are written.</summary>
public sealed class Output(TextWriter progress, TextWriter errors)
{
    public void Say(string line) => progress.WriteLine(line);

    public void Fail(string line) => errors.WriteLine(line);
}
