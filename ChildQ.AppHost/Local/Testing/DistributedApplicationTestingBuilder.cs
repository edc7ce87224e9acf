namespace ChildQ.AppHost.Local.Testing;

/// <summary>The app model of an <c>AppHost.cs</c>, before it is built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>Runs an <c>AppHost.cs</c> in a test: free ports, and data of its own that is deleted afterwards.</summary>
public static class DistributedApplicationTestingBuilder
{
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        CancellationToken cancellationToken = default
    )
        where TEntryPoint : class
    {
        var entryPoint = new EntryPoint();
        var builder = await entryPoint.RunUntilBuildAsync(typeof(TEntryPoint).Assembly, args).WaitAsync(cancellationToken);
        return new TestingBuilder(builder, entryPoint);
    }

    private sealed class TestingBuilder(DistributedApplicationBuilder builder, EntryPoint entryPoint)
        : IDistributedApplicationTestingBuilder
    {
        public DistributedApplicationExecutionContext ExecutionContext => builder.ExecutionContext;

        public IResourceBuilder<T> AddResource<T>(T resource)
            where T : IResource => builder.AddResource(resource);

        public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

        public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
            entryPoint.BuildAsync().WaitAsync(cancellationToken);
    }
}

public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>A client whose base address is the resource's endpoint. The dashboard's name is <c>aspire-dashboard</c>, as in Aspire.</summary>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new HttpClient { BaseAddress = app.GetEndpoint(resourceName, endpointName) };
    }

    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Stack.AddressOf(resourceName, endpointName ?? "http");
    }

    public static ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app,
        string resourceName,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        return ValueTask.FromResult<string?>(app.Stack.ConnectionStringOf(resourceName));
    }
}
