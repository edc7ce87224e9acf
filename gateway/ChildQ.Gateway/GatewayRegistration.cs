using ChildQ.Gateway.Health;
using ChildQ.Gateway.Routing;
using ChildQ.Gateway.Sessions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace ChildQ.Gateway;

/// <summary>The proxy itself and what surrounds it.</summary>
public static class GatewayRegistration
{
    public static void AddProxy(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(Routes.Of(settings), Routes.ClustersOf(settings))
            .AddTransforms(context => context.AddCredentials());
        builder.Services.AddSingleton<StackHealth>();
        builder.Services.AddHttpClient(StackHealth.ClientName, client => client.Timeout = TimeSpan.FromSeconds(3));
        builder.Services.AddHttpsRedirection(https => https.HttpsPort = settings.PublicUrl.Port);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static void MapProxy(this WebApplication app) =>
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(Unanswered.ExplainAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });

    /// <summary>Believes a load balancer's word about client and scheme, where one is configured; sends everyone to https, where that is public.</summary>
    public static void UseFrontDoor(this WebApplication app, GatewaySettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }

            app.UseForwardedHeaders(forwarded);
        }

        if (settings.IsHttps)
        {
            // Probes ask by plain http from inside.
            app.UseWhen(
                http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal),
                branch => branch.UseHttpsRedirection()
            );
        }
    }

    /// <summary>Compresses only what everyone may see: see <see cref="Credentials"/> for why.</summary>
    public static void UseCompressionOfPublicPages(this WebApplication app) =>
        app.UseWhen(http => !http.IsFromSession() && !http.Request.HasBearer(), branch => branch.UseResponseCompression());
}
