using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>Where everything of one run is reached: decided before anything starts, and the same until it ends.</summary>
internal sealed class Addresses : IDisposable
{
    private readonly Ports _ports = new();
    private readonly Home _home;
    private readonly RunOptions _options;
    private readonly Dictionary<(string Resource, string Endpoint), List<int>> _endpoints = [];
    private readonly Dictionary<string, PostgresSettings> _postgres = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RabbitSettings> _rabbit = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Resource> _resources;

    public Addresses(IReadOnlyList<Resource> resources, Home home, RunOptions options, Action<string> say)
    {
        _resources = resources;
        _home = home;
        _options = options;
        try
        {
            foreach (var project in resources.OfType<ProjectResource>())
                Allocate(project, say);
            foreach (var server in resources.OfType<PostgresServerResource>())
                _postgres[server.Name] = Allocate(server);
            foreach (var server in resources.OfType<RabbitMQServerResource>())
                _rabbit[server.Name] = Allocate(server);
        }
        catch
        {
            _ports.Dispose();
            throw;
        }
    }

    public PostgresSettings Of(PostgresServerResource server) => _postgres[server.Name];

    public RabbitSettings Of(RabbitMQServerResource server) => _rabbit[server.Name];

    public int PortOf(ProjectResource project, Endpoint endpoint, int replica) => _endpoints[(project.Name, endpoint.Name)][replica];

    public int Free() => _ports.Next();

    /// <summary>A port that people know by heart, or another one where it is taken or this is a test.</summary>
    public int Wellknown(int port, string what, Action<string> say)
    {
        if (_options.IsTest)
            return _ports.Next();
        var found = _ports.Prefer(port);
        if (found != port)
            say($"port {port} is taken: {what} gets {found} (see who has it: ss -ltnp 'sport = :{port}')");
        return found;
    }

    public Uri UrlOf(ProjectResource project, string endpoint, int replica = 0) =>
        _endpoints.TryGetValue((project.Name, endpoint), out var ports)
            ? new Uri($"http://localhost:{ports[replica]}")
            : throw new DistributedApplicationException($"{project.Name} has no endpoint named {endpoint}.");

    public string ConnectionStringOf(IResource resource) =>
        resource switch
        {
            PostgresServerResource server => Of(server).ConnectionString(),
            PostgresDatabaseResource database => Of(database.Parent).ConnectionString(database.DatabaseName),
            RabbitMQServerResource server => Of(server).ConnectionString,
            _ => throw new DistributedApplicationException($"{resource.Name} has no connection string."),
        };

    public string ValueOf(ParameterResource parameter)
    {
        if (_options.Parameters.TryGetValue(parameter.Name, out var given))
            return given;
        if (Environment.GetEnvironmentVariable($"Parameters__{parameter.Name}") is { Length: > 0 } set)
            return set;
        return parameter.Generate is { } generate
            ? _home.Secret($"parameter:{parameter.Name}", Math.Max(generate.MinLength, 22))
            : throw new CannotStartException(
                $"Parameter {parameter.Name} has no value. Set it: Parameters__{parameter.Name}=value dotnet run --project ChildQ.AppHost"
            );
    }

    public Resource? Find(string name) => _resources.FirstOrDefault(x => string.Equals(x.Name, name, StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _ports.Dispose();

    private void Allocate(ProjectResource project, Action<string> say)
    {
        foreach (var endpoint in project.Endpoints)
        {
            var ports = new List<int>();
            for (var replica = 0; replica < project.Replicas; replica++)
                ports.Add(replica == 0 && endpoint.Port is { } port ? Wellknown(port, project.Name, say) : _ports.Next());
            _endpoints[(project.Name, endpoint.Name)] = ports;
        }
    }

    private PostgresSettings Allocate(PostgresServerResource server) =>
        new(_home.Folder(server.Name), Port(server.Port), Password(server.Name, server.Password)) { IsDurable = !_options.IsTest };

    private RabbitSettings Allocate(RabbitMQServerResource server) =>
        new(_home.Folder(server.Name), Port(server.Port), Password(server.Name, server.Password))
        {
            EpmdPort = _ports.Next(),
            DistributionPort = _ports.Next(),
            ManagementPort = server.HasManagement ? Port(server.ManagementPort) : null,
            IsDurable = !_options.IsTest,
        };

    private int Port(int? wanted) => wanted is { } port && !_options.IsTest ? _ports.Prefer(port) : _ports.Next();

    private string Password(string server, ParameterResource? parameter) =>
        parameter is null ? _home.Secret($"password:{server}") : ValueOf(parameter);
}
