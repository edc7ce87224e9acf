using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ChildQ.Portal.Clients;

public static class ClientSetup
{
    public static IServiceCollection AddServiceClients(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddServiceDiscovery();
        services.AddTransient<ForwardedToken>();
        services.AddClient<PoliceActionPlanClient>();
        services.AddClient<SchoolsClient>();
        services.AddClient<StaffSupportClient>();
        services.AddClient<CommunityEngagementClient>();
        services.AddClient<OversightClient>();
        services.AddScoped<ServiceClients>();
        services.AddScoped<WorkstreamClient>();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap[WorkstreamClient.RouteValue] = typeof(WorkstreamConstraint));
        return services;
    }

    /// <summary>
    /// A resilience handler of its own for each service: with one for all, the circuit that a broken service opens would close the way to those
    /// that work.
    /// </summary>
    private static void AddClient<TClient>(this IServiceCollection services)
        where TClient : ServiceClient
    {
        var client = services.AddHttpClient<TClient>().AddHttpMessageHandler<ForwardedToken>();
        client.AddStandardResilienceHandler(Patience);
        client.AddServiceDiscovery();
    }

    /// <summary>
    /// A person is waiting: a part that does not answer is said so within seconds. What changes something is sent once, and sent again by the
    /// person, under the form's own key.
    /// </summary>
    private static void Patience(HttpStandardResilienceOptions options)
    {
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.DisableForUnsafeHttpMethods();
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(15);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(30);
        options.AttemptTimeout.TimeoutGenerator = at =>
            ValueTask.FromResult(For(at.Context.GetRequestMessage(), options.AttemptTimeout.Timeout));
        options.TotalRequestTimeout.TimeoutGenerator = at =>
            ValueTask.FromResult(For(at.Context.GetRequestMessage(), options.TotalRequestTimeout.Timeout));
    }

    /// <summary>A file is read, checked and loaded before it is answered: as long as the gateway waits.</summary>
    private static TimeSpan For(HttpRequestMessage? request, TimeSpan usual) =>
        request?.Content?.Headers.ContentType?.MediaType == "text/csv" ? TimeSpan.FromSeconds(60) : usual;
}
