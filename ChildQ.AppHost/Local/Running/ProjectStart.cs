using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>Starts one replica of a project from what the build made of it.</summary>
internal sealed class ProjectStart(
    ProjectResource project,
    string name,
    int replica,
    Addresses addresses,
    ProjectEnvironment environment,
    Output output
)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public IReadOnlyList<string> Urls { get; } =
    [.. project.Endpoints.Select(x => $"http://localhost:{addresses.PortOf(project, x, replica)}")];

    public Task<RunningProcess> StartAsync(CancellationToken ct)
    {
        var assembly = project.Metadata.AssemblyPath;
        if (!File.Exists(assembly))
            throw new CannotStartException($"{name} is not built: {assembly} is missing. Run: dotnet build {project.Metadata.ProjectPath}");
        var process = GuardedProcess.Start(
            new GuardedStart(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [assembly])
            {
                WorkingDirectory = Path.GetDirectoryName(project.Metadata.ProjectPath)!,
                Environment = environment.For(project, name, replica),
            },
            (line, isError) => output.Write(name, line, isError)
        );
        return Task.FromResult(new RunningProcess(process, project.HealthCheck is null ? null : IsHealthyAsync, process.StopAsync));
    }

    private async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        var check = project.HealthCheck!;
        var url = new Uri(addresses.UrlOf(project, check.EndpointName, replica), check.Path);
        try
        {
            using var response = await Http.GetAsync(url, ct);
            return check.StatusCode is { } code ? (int)response.StatusCode == code : response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
