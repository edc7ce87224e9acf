using System.Globalization;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>All resources of one run, from the first to be started to the last to be stopped.</summary>
internal sealed class Stack(IReadOnlyList<Resource> resources, RunOptions options) : IAsyncDisposable
{
    public const int DashboardPort = 18888;
    private const int OtlpGrpcPort = 18889;
    private const int OtlpHttpPort = 18890;
    private const string DashboardName = "aspire-dashboard";

    private readonly List<Runner> _runners = [];
    private readonly SemaphoreSlim _stopping = new(1);
    private Home? _home;
    private Addresses? _addresses;
    private Dashboard.Dashboard? _dashboard;
    private bool _isStopped;

    public States States { get; } = new();

    public Output Output { get; } = new();

    public RunOptions Options => options;

    public IReadOnlyList<Resource> Resources => resources;

    public Uri? DashboardUrl => _dashboard?.Url;

    public string? Folder => _home?.FullPath;

    /// <summary>What a person should know while it starts.</summary>
    public Action<string>? Said { get; set; }

    public async Task StartAsync(CancellationToken ct)
    {
        _home = Home.Open(options);
        _addresses = new Addresses(resources, _home, options, Say);
        var telemetry = await StartDashboardAsync(ct);
        var machine = new Machine(options.MayInstall, Say);
        var environment = new ProjectEnvironment(_addresses, telemetry);
        foreach (var resource in resources)
            Add(resource, machine, environment);
        _runners.ForEach(x => x.Begin());
    }

    /// <summary>Stops everything, what depends on others first. Nothing is left behind when it returns.</summary>
    public async Task StopAsync()
    {
        await _stopping.WaitAsync();
        try
        {
            if (_isStopped)
                return;
            _isStopped = true;
            foreach (var level in _runners.GroupBy(x => Depth(x.Resource)).OrderByDescending(x => x.Key))
                await Task.WhenAll(level.Select(x => x.DisposeAsync().AsTask()));
            Output.Close();
            if (_dashboard is not null)
                await _dashboard.DisposeAsync();
            _addresses?.Dispose();
            _home?.Dispose();
        }
        finally
        {
            _stopping.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    public IReadOnlyList<Runner> RunnersOf(string resource) =>
        _runners.FindAll(x => string.Equals(x.Resource.Name, resource, StringComparison.OrdinalIgnoreCase));

    public Uri AddressOf(string resource, string endpoint)
    {
        if (string.Equals(resource, DashboardName, StringComparison.Ordinal))
            return Started(_dashboard).Url;
        return Started(_addresses).Find(resource) is ProjectResource project
            ? _addresses!.UrlOf(project, endpoint)
            : throw new DistributedApplicationException($"No project is named {resource}.");
    }

    public string ConnectionStringOf(string resource) =>
        Started(_addresses).Find(resource) is { } found
            ? _addresses!.ConnectionStringOf(found)
            : throw new DistributedApplicationException($"No resource is named {resource}.");

    private static T Started<T>(T? part)
        where T : class => part ?? throw new DistributedApplicationException("The application has not been started.");

    private async Task<Telemetry> StartDashboardAsync(CancellationToken ct)
    {
        var pages = _addresses!.Wellknown(DashboardPort, "the dashboard", Say);
        var grpc = _addresses.Wellknown(OtlpGrpcPort, "telemetry (gRPC)", Say);
        var http = _addresses.Wellknown(OtlpHttpPort, "telemetry (HTTP)", Say);
        var apiKey = _home!.Secret("telemetry");
        var feed = new Feed(
            States,
            Output,
            () => resources.OfType<RabbitMQServerResource>().Select(x => _addresses.Of(x).ManagementUrl).FirstOrDefault()
        );
        _dashboard = await Dashboard.Dashboard.StartAsync(pages, grpc, http, apiKey, feed, ct);
        return new Telemetry(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{grpc}")), apiKey);
    }

    private void Add(Resource resource, Machine machine, ProjectEnvironment environment)
    {
        switch (resource)
        {
            case PostgresServerResource postgres:
                Add(new ServerStart(postgres.Name, Output, machine).Postgres(_addresses!.Of(postgres), postgres.KeepsData), postgres);
                break;
            case PostgresDatabaseResource database:
                AddDatabase(database);
                break;
            case RabbitMQServerResource rabbit:
                Add(new ServerStart(rabbit.Name, Output, machine).Rabbit(_addresses!.Of(rabbit), rabbit.KeepsData), rabbit);
                break;
            case ProjectResource project:
                for (var replica = 0; replica < project.Replicas; replica++)
                    AddReplica(project, replica, environment);
                break;
        }
    }

    private void Add(ServerStart server, Resource resource)
    {
        States.Add(new Snapshot(resource.Name, resource.Name, resource.Kind) { Urls = server.Urls, HasHealthCheck = true });
        _runners.Add(new Runner(resource.Name, resource, States, new BackOff(), server.StartAsync, Say));
    }

    private void AddDatabase(PostgresDatabaseResource database)
    {
        States.Add(new Snapshot(database.Name, database.Name, database.Kind));
        _ = Task.Run(async () =>
        {
            try
            {
                await States.WaitUntilHealthyAsync(database.Parent.Name, CancellationToken.None);
                await PostgresServer.EnsureDatabaseAsync(_addresses!.Of(database.Parent), database.DatabaseName, CancellationToken.None);
                States.Change(database.Name, x => x with { State = RunState.Running, StartedAt = DateTimeOffset.UtcNow });
            }
            catch (FailedException e)
            {
                States.Change(database.Name, e.Fail);
            }
            catch (Exception e)
            {
                States.Change(database.Name, x => x.Failed(e.Message));
            }
        });
    }

    private void AddReplica(ProjectResource project, int replica, ProjectEnvironment environment)
    {
        var name = replica == 0 ? project.Name : string.Create(CultureInfo.InvariantCulture, $"{project.Name}-{replica + 1}");
        var start = new ProjectStart(project, name, replica, _addresses!, environment, Output);
        States.Add(
            new Snapshot(name, project.Name, project.Kind)
            {
                Urls = start.Urls,
                HasHealthCheck = project.HealthCheck is not null,
                IsJob = project.IsJob,
            }
        );
        _runners.Add(new Runner(name, project, States, new BackOff(), start.StartAsync, Say));
    }

    /// <summary>How many waits lie between a resource and the first to start.</summary>
    private static int Depth(IResource resource) =>
        resource switch
        {
            PostgresDatabaseResource database => Depth(database.Parent) + 1,
            Resource { Waits: var waits } => waits.Select(x => Depth(x.For) + 1).DefaultIfEmpty(0).Max(),
            _ => 0,
        };

    private void Say(string text) => Said?.Invoke(text);
}
