namespace ChildQ.AppHost.Local;

/// <summary>A part of the stack with a name.</summary>
public interface IResource
{
    string Name { get; }
}

/// <summary>A resource that others reach by <c>ConnectionStrings__{name}</c>.</summary>
public interface IResourceWithConnectionString : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that others reach by <c>services__{name}__{scheme}__{index}</c>.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource whose process has an environment.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that can wait for another one before it starts.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>What all resources have: a name, what they wait for, and whether they start by themselves.</summary>
public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal List<Wait> Waits { get; } = [];

    internal bool StartsByCommand { get; set; }

    internal abstract string Kind { get; }
}

/// <summary>A value from outside, or generated once and kept.</summary>
public sealed class ParameterResource : Resource
{
    internal ParameterResource(string name, bool secret, GenerateParameterDefault? generate)
        : base(name)
    {
        Secret = secret;
        Generate = generate;
    }

    public bool Secret { get; }

    internal GenerateParameterDefault? Generate { get; }

    internal override string Kind => "Parameter";
}

/// <summary>How a parameter without a value gets one.</summary>
public sealed class GenerateParameterDefault
{
    public int MinLength { get; set; } = 22;

    public bool Special { get; set; } = true;
}

public sealed class PostgresServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal PostgresServerResource(string name, ParameterResource? password, int? port)
        : base(name)
    {
        Password = password;
        Port = port;
    }

    internal ParameterResource? Password { get; }

    internal int? Port { get; }

    internal bool KeepsData { get; set; }

    internal override string Kind => "PostgreSQL";
}

public sealed class PostgresDatabaseResource : Resource, IResourceWithConnectionString
{
    internal PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
        : base(name)
    {
        DatabaseName = databaseName;
        Parent = parent;
    }

    public PostgresServerResource Parent { get; }

    public string DatabaseName { get; }

    internal override string Kind => "Database";
}

public sealed class RabbitMQServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal RabbitMQServerResource(string name, ParameterResource? password, int? port)
        : base(name)
    {
        Password = password;
        Port = port;
    }

    internal ParameterResource? Password { get; }

    internal int? Port { get; }

    internal bool KeepsData { get; set; }

    internal bool HasManagement { get; set; }

    internal int? ManagementPort { get; set; }

    internal override string Kind => "RabbitMQ";
}

public sealed class ProjectResource : Resource, IResourceWithServiceDiscovery, IResourceWithEnvironment, IResourceWithWaitSupport
{
    internal ProjectResource(string name, IProjectMetadata metadata)
        : base(name) => Metadata = metadata;

    internal IProjectMetadata Metadata { get; }

    internal List<Endpoint> Endpoints { get; } = [];

    internal List<(string Name, IValue Value)> Environment { get; } = [];

    internal List<IResource> References { get; } = [];

    internal int Replicas { get; set; } = 1;

    internal HttpHealthCheck? HealthCheck { get; set; }

    internal bool IsExternal { get; set; }

    /// <summary>A project that does not listen has a task to do and ends; one that listens is a service.</summary>
    internal bool IsJob => Endpoints.Count == 0;

    internal override string Kind => "Project";
}

/// <summary>Stands for a place to deploy to; nothing when running locally.</summary>
public sealed class KubernetesEnvironmentResource : Resource
{
    internal KubernetesEnvironmentResource(string name)
        : base(name) { }

    internal override string Kind => "Kubernetes";
}
