using System.Globalization;

namespace ChildQ.AppHost.Local.Running;

/// <summary>The environment of a project's process: Aspire's own variables, so that a service cannot tell who started it.</summary>
internal sealed class ProjectEnvironment(Addresses addresses, Telemetry telemetry)
{
    public Dictionary<string, string?> For(ProjectResource project, string name, int replica)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            // Of the host's own start, and nothing to its children.
            ["DOTNET_LAUNCH_PROFILE"] = null,
            ["ASPNETCORE_URLS"] = null,
        };
        AddTelemetry(environment, project.Name, name);
        AddEndpoints(environment, project, replica);
        foreach (var reference in project.References)
            AddReference(environment, reference);
        foreach (var (variable, value) in project.Environment)
            environment[variable] = Resolve(value);
        return environment;
    }

    private void AddTelemetry(Dictionary<string, string?> environment, string project, string name)
    {
        environment["OTEL_SERVICE_NAME"] = project;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={name}";
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.Endpoint.ToString().TrimEnd('/');
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={telemetry.ApiKey}";
        // Short, so that the dashboard shows what happens while it happens.
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
    }

    private void AddEndpoints(Dictionary<string, string?> environment, ProjectResource project, int replica)
    {
        if (project.Endpoints.Count == 0)
            return;
        var urls = project.Endpoints.Select(x => $"http://localhost:{addresses.PortOf(project, x, replica)}");
        environment["ASPNETCORE_URLS"] = string.Join(';', urls);
        foreach (var endpoint in project.Endpoints.Where(x => x.Variable is not null))
            environment[endpoint.Variable!] = addresses.PortOf(project, endpoint, replica).ToString(CultureInfo.InvariantCulture);
    }

    private void AddReference(Dictionary<string, string?> environment, IResource reference)
    {
        if (reference is not ProjectResource project)
        {
            environment[$"ConnectionStrings__{reference.Name}"] = addresses.ConnectionStringOf(reference);
            return;
        }
        foreach (var endpoint in project.Endpoints)
        {
            for (var replica = 0; replica < project.Replicas; replica++)
                environment[$"services__{project.Name}__{endpoint.Name}__{replica}"] = Text(
                    addresses.UrlOf(project, endpoint.Name, replica)
                );
        }
    }

    private string? Resolve(IValue value) =>
        value switch
        {
            TextValue text => text.Text,
            EndpointValue { Endpoint: var endpoint } => Text(addresses.UrlOf((ProjectResource)endpoint.Resource, endpoint.EndpointName)),
            ParameterValue parameter => addresses.ValueOf(parameter.Parameter),
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    private static string Text(Uri url) => url.ToString().TrimEnd('/');
}

/// <summary>Where the services send telemetry, and the key that lets them.</summary>
internal sealed record Telemetry(Uri Endpoint, string ApiKey);
