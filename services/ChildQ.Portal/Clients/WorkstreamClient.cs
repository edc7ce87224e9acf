using ChildQ.Contracts;

namespace ChildQ.Portal.Clients;

/// <summary>The service that keeps the planned steps of the workstream in the page's address.</summary>
public sealed class WorkstreamClient(ServiceClients clients, IHttpContextAccessor current)
{
    public const string RouteValue = "workstream";

    public ServiceClient Client => clients.For(ResourceOf(Workstream))!;

    public string Workstream => current.HttpContext?.GetRouteValue(RouteValue) as string ?? Workstreams.PoliceTrustAndConfidence;

    /// <summary>Schools, staff and engagement keep their own; oversight keeps the steps of workstreams without a service of their own.</summary>
    private static string ResourceOf(string workstream) =>
        workstream switch
        {
            Workstreams.Schools => ServicePart.Schools.Resource,
            Workstreams.Staff => ServicePart.StaffSupport.Resource,
            Workstreams.CommunityEngagement => ServicePart.CommunityEngagement.Resource,
            _ => ServicePart.Oversight.Resource,
        };
}

/// <summary>Only the six workstreams are addresses; another word is no page.</summary>
public sealed class WorkstreamConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) =>
        values.TryGetValue(routeKey, out var value)
        && value is string workstream
        && Workstreams.All.Contains(workstream, StringComparer.Ordinal);
}
