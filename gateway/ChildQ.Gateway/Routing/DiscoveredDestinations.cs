using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace ChildQ.Gateway.Routing;

/// <summary>Turns a service's name into the addresses of its replicas, and follows them as they change.</summary>
public sealed class DiscoveredDestinations(ServiceEndpointResolver services) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var source = await services.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var address in AddressesOf(source, new Uri(destination.Address).Scheme))
            {
                found[$"{name}[{address.Authority}]"] = destination with { Address = address.ToString() };
            }
        }

        return new ResolvedDestinationCollection(found, new CompositeChangeToken(changes));
    }

    /// <summary>An endpoint is a URL where it was configured as one, and host and port otherwise.</summary>
    public static IEnumerable<Uri> AddressesOf(ServiceEndpointSource source, string scheme) =>
        source
            .Endpoints.Select(endpoint => endpoint.ToString() ?? "")
            .Select(text => new Uri(text.Contains("://", StringComparison.Ordinal) ? text : $"{scheme}://{text}"));
}
