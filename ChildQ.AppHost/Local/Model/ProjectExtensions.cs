namespace ChildQ.AppHost.Local;

/// <summary>Projects and how resources depend on each other, as <c>AppHost.cs</c> declares them.</summary>
public static class ProjectExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => builder.AddResource(new ProjectResource(name, new TProject()));

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResourceWithConnectionString> source
    )
        where T : IResourceWithEnvironment => builder.Change(x => x.References.Add(source.Resource));

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source
    )
        where T : IResourceWithEnvironment => builder.Change(x => x.References.Add(source.Resource));

    /// <summary>Does not start before the dependency is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.Wait(dependency, forCompletion: false);

    /// <summary>Does not start before the dependency has run and ended with exit code 0.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.Wait(dependency, forCompletion: true);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.Change(x => x.Environment.Add((name, new TextValue(value))));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.Change(x => x.Environment.Add((name, new EndpointValue(endpointReference))));

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        IResourceBuilder<ParameterResource> parameter
    )
        where T : IResourceWithEnvironment => builder.Change(x => x.Environment.Add((name, new ParameterValue(parameter.Resource))));

    /// <param name="port">The port that others use; any free one where it is not given.</param>
    /// <param name="targetPort">The same port here: nothing stands between the two.</param>
    /// <param name="env">The environment variable that is told the port.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? name = null,
        string? env = null,
        bool isProxied = true
    )
        where T : IResourceWithEndpoints =>
        builder.Change(x =>
        {
            var endpoint = new Endpoint(name ?? "http", port ?? targetPort, env);
            if (x.Endpoints.Any(y => string.Equals(y.Name, endpoint.Name, StringComparison.OrdinalIgnoreCase)))
                throw new DistributedApplicationException($"Endpoint with name '{endpoint.Name}' already exists.");
            x.Endpoints.Add(endpoint);
        });

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints => builder.Change(x => x.IsExternal = true);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        string? path = null,
        int? statusCode = null,
        string? endpointName = null
    )
        where T : IResourceWithEndpoints =>
        builder.Change(x => x.HealthCheck = new HttpHealthCheck(path ?? "/", statusCode, endpointName ?? "http"));

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.Change(x => x.Replicas = replicas);
    }

    /// <summary>Starts only when it is told to, by the resource command <c>start</c>.</summary>
    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder)
        where T : IResource
    {
        ((Resource)(IResource)builder.Resource).StartsByCommand = true;
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Resource, name);

    private static IResourceBuilder<T> Wait<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, bool forCompletion)
        where T : IResource
    {
        ((Resource)(IResource)builder.Resource).Waits.Add(new Wait(dependency.Resource, forCompletion));
        return builder;
    }

    private static IResourceBuilder<T> Change<T>(this IResourceBuilder<T> builder, Action<ProjectResource> change)
        where T : IResource
    {
        change((ProjectResource)(IResource)builder.Resource);
        return builder;
    }
}
