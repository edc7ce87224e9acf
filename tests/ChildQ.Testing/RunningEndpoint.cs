using ChildQ.ServiceDefaults.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Testing;

/// <summary>One endpoint of the running service, so that a test goes over all of them, whoever adds one.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Template">As mapped: <c>/api/schools/schools/{id:guid}</c>.</param>
public sealed record RunningEndpoint(string Method, string Template, RouteEndpoint Endpoint)
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Method and template, as test tables have them.</summary>
    public string Route => $"{Method} {Template}";

    public bool Changes => Changing.Contains(Method, StringComparer.Ordinal);

    public bool IsOpenToAll => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Whether the policies on the endpoint let in somebody with this role; what they may do there is another matter.</summary>
    public bool LetsIn(string role) =>
        IsOpenToAll
        || Endpoint
            .Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(p => p.Requirements.OfType<RolesAuthorizationRequirement>())
            .All(r => r.AllowedRoles.Contains(role));
}

/// <summary>The endpoints of a service as it runs.</summary>
public static class RunningEndpoints
{
    public static IReadOnlyList<RunningEndpoint> Endpoints<TProgram, TDb>(this ServiceHost<TProgram, TDb> host)
        where TProgram : class
        where TDb : ServiceDb =>
        [
            .. host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new RunningEndpoint(
                        method,
                        e.RoutePattern.RawText!.TrimEnd('/'),
                        e
                    ))
                ),
        ];
}
