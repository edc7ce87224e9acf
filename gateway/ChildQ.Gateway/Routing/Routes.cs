using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.LoadBalancing;

namespace ChildQ.Gateway.Routing;

/// <summary>Which path leads where.</summary>
public static class Routes
{
    public const long OrdinaryBody = 1024 * 1024;
    public const long ImportBody = 20 * 1024 * 1024;

    /// <summary>The DfE's extract of all England's schools has some 65 MB; the schools service takes 100 MB and one to say that it is too much.</summary>
    public const long ExtractBody = 101 * 1024 * 1024;

    public static IReadOnlyList<RouteConfig> Of(GatewaySettings settings) =>
        [
            .. Parts.Services.SelectMany(OfService),
            .. settings.HasOwnIdentity ? [Route("identity", Parts.Identity, "/identity/{**rest}", order: 10)] : (RouteConfig[])[],
            Route("schools-extract", Parts.Services.Single(p => p.Name == "schools"), "/api/schools/schools/import", order: -1) with
            {
                MaxRequestBodySize = ExtractBody,
            },
            Route("portal-extract", Parts.Portal, "/schools/register/import", order: 15) with
            {
                MaxRequestBodySize = ExtractBody,
            },
            Route("portal-import", Parts.Portal, "/{area}/{**rest:regex(^(.*/)?import$)}", order: 20) with
            {
                MaxRequestBodySize = ImportBody,
            },
            Route("portal", Parts.Portal, "/{**rest}", order: 100),
        ];

    public static IReadOnlyList<ClusterConfig> ClustersOf(GatewaySettings settings) => [.. Parts.Of(settings).Select(Cluster)];

    private static IEnumerable<RouteConfig> OfService(Part service) =>
        [
            Route($"{service.Name}-openapi", service, $"/openapi/{service.Name}.json", order: 0) with
            {
                Transforms = [new Dictionary<string, string>(StringComparer.Ordinal) { ["PathSet"] = $"/api/{service.Name}/openapi.json" }],
            },
            Route($"{service.Name}-import", service, $"/api/{service.Name}/{{register}}/import", order: 0) with
            {
                MaxRequestBodySize = ImportBody,
            },
            Route($"{service.Name}", service, $"/api/{service.Name}/{{**rest}}", order: 10),
        ];

    private static RouteConfig Route(string id, Part to, string path, int order) =>
        new()
        {
            RouteId = id,
            ClusterId = to.Name,
            Match = new RouteMatch { Path = path },
            Order = order,
            MaxRequestBodySize = OrdinaryBody,
        };

    /// <summary>Replicas share the work; one that keeps failing is left out for a while, unless all do.</summary>
    private static ClusterConfig Cluster(Part part) =>
        new()
        {
            ClusterId = part.Name,
            LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
            HealthCheck = new HealthCheckConfig
            {
                AvailableDestinationsPolicy = "HealthyOrPanic",
                Passive = new PassiveHealthCheckConfig
                {
                    Enabled = true,
                    Policy = "TransportFailureRate",
                    ReactivationPeriod = TimeSpan.FromSeconds(10),
                },
            },
            HttpRequest = new Yarp.ReverseProxy.Forwarder.ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(60) },
            Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
            {
                [part.Name] = new() { Address = part.Address.ToString() },
            },
        };
}
