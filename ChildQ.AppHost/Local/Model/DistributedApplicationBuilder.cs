using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Testing;

namespace ChildQ.AppHost.Local;

public interface IDistributedApplicationBuilder
{
    DistributedApplicationExecutionContext ExecutionContext { get; }

    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    DistributedApplication Build();
}

public interface IResourceBuilder<out T>
    where T : IResource
{
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    T Resource { get; }
}

/// <summary>What the app model is built for. The local host only runs; publishing is Aspire's.</summary>
public sealed class DistributedApplicationExecutionContext
{
    public bool IsRunMode { get; } = true;

    public bool IsPublishMode => !IsRunMode;
}

internal sealed class DistributedApplicationBuilder(RunOptions options, EntryPoint? entryPoint) : IDistributedApplicationBuilder
{
    public List<Resource> Resources { get; } = [];

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();

    public RunOptions Options { get; } = options;

    /// <summary>In a test, <c>AppHost.cs</c> stops here until the test has changed what it wants to and builds.</summary>
    public DistributedApplication Build()
    {
        entryPoint?.WaitForTest(this);
        var application = new DistributedApplication(Resources, Options, entryPoint);
        entryPoint?.Built(application);
        return application;
    }

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (Resources.Any(x => string.Equals(x.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"Two resources are named {resource.Name}.");
        Resources.Add((Resource)(IResource)resource);
        return new ResourceBuilder<T>(this, resource);
    }
}

internal sealed class ResourceBuilder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder => application;

    public T Resource => resource;
}
