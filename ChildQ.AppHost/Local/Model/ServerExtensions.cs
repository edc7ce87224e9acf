namespace ChildQ.AppHost.Local;

/// <summary>PostgreSQL, RabbitMQ and parameters, as <c>AppHost.cs</c> declares them.</summary>
public static class ServerExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null
    )
    {
        RefuseUserName(userName);
        return builder.AddResource(new PostgresServerResource(name, password?.Resource, port));
    }

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder,
        string name,
        string? databaseName = null
    ) => builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null
    )
    {
        RefuseUserName(userName);
        return builder.AddResource(new RabbitMQServerResource(name, password?.Resource, port));
    }

    /// <summary>Keeps the server's data between runs, in the folder of the local host.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder,
        string? name = null,
        bool isReadOnly = false
    )
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    /// <inheritdoc cref="WithDataVolume(IResourceBuilder{PostgresServerResource}, string?, bool)"/>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder,
        string? name = null,
        bool isReadOnly = false
    )
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) =>
        builder.WithManagementPlugin(port: null);

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
        this IResourceBuilder<RabbitMQServerResource> builder,
        int? port
    )
    {
        builder.Resource.HasManagement = true;
        builder.Resource.ManagementPort = port;
        return builder;
    }

    /// <summary>A parameter whose value must be given: <c>Parameters__{name}</c> in the environment, or <c>--Parameters:{name}=value</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        bool secret = false
    ) => builder.AddResource(new ParameterResource(name, secret, generate: null));

    /// <summary>A parameter that is generated where it is not given, and kept with the data.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        GenerateParameterDefault value,
        bool secret = false,
        bool persist = false
    ) => builder.AddResource(new ParameterResource(name, secret, value));

    /// <summary>Takes part only when publishing.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> AddKubernetesEnvironment(
        this IDistributedApplicationBuilder builder,
        string name
    ) => new ResourceBuilder<KubernetesEnvironmentResource>(builder, new KubernetesEnvironmentResource(name));

    private static void RefuseUserName(IResourceBuilder<ParameterResource>? userName)
    {
        if (userName is not null)
            throw new NotSupportedException("The local host chooses the servers' user names itself.");
    }
}
