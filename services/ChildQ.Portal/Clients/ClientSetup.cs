using Microsoft.Extensions.Http.Resilience;

namespace ChildQ.Portal.Clients;

public static class ClientSetup
{
    public static IServiceCollection AddServiceClients(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddTransient<ForwardedToken>();
        services.AddHttpClient<PoliceActionPlanClient>().AddHttpMessageHandler<ForwardedToken>();
        services.AddHttpClient<SchoolsClient>().AddHttpMessageHandler<ForwardedToken>();
        services.AddHttpClient<StaffSupportClient>().AddHttpMessageHandler<ForwardedToken>();
        services.AddHttpClient<CommunityEngagementClient>().AddHttpMessageHandler<ForwardedToken>();
        services.AddHttpClient<OversightClient>().AddHttpMessageHandler<ForwardedToken>();
        services.ConfigureAll<HttpStandardResilienceOptions>(Patience);
        services.AddScoped<ServiceClients>();
        services.AddScoped<WorkstreamClient>();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["workstream"] = typeof(WorkstreamConstraint));
        return services;
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
    }
}
