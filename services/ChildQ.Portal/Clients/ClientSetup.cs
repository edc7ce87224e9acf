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
        services.AddScoped<ServiceClients>();
        return services;
    }
}
