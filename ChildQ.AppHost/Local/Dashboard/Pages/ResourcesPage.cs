using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class ResourcesPage
{
    public static IResult Show(IResourceFeed feed, TimeProvider clock)
    {
        var resources = feed.Resources;
        var troubled = resources.Where(IsTroubled).ToList();
        return Layout.Page(
            "Resources",
            "/",
            Html.Of(
                $"""
                <p class="summary">{Summary(resources, troubled)}</p>
                <div class="scroll" tabindex="0" role="region" aria-label="Resources">
                <table>
                <thead><tr>
                <th scope="col">Name</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Health</th>
                <th scope="col">Address</th><th scope="col" class="n">Restarts</th><th scope="col" class="n">Up for</th>
                <th scope="col" class="n">Memory</th><th scope="col" class="n">Process</th><th scope="col">Look into</th>
                </tr></thead>
                <tbody>{Html.Each(resources, r => Row(r, clock.GetUtcNow()))}</tbody>
                </table>
                </div>
                """
            ),
            isLive: true
        );
    }

    private static bool IsTroubled(ResourceView resource) => resource.Health is "Unhealthy" || resource.State is "Failed" or "Restarting";

    private static Html Summary(IReadOnlyList<ResourceView> resources, List<ResourceView> troubled) =>
        troubled.Count > 0
            ? Html.Of(
                $"<strong class=\"bad\">{Words.Plural(troubled.Count, "resource needs", "resources need")} attention:</strong> {string.Join(", ", troubled.Select(r => r.Name))}."
            )
            : Html.Of(
                $"{Words.Plural(resources.Count, "resource")}, {resources.Count(r => r.Health is "Healthy")} healthy, {resources.Count(r => r.State is "Waiting" or "Starting")} still starting."
            );

    private static Html Row(ResourceView resource, DateTimeOffset now)
    {
        var upFor = resource.StartedAt is { } started ? Words.Uptime(now - started) : "";
        var name = Uri.EscapeDataString(resource.Name);
        return Html.Of(
            $"""
            <tr>
            <th scope="row">{resource.Name}</th>
            <td>{resource.Kind}</td>
            <td><span class="state {StateClass(resource.State)}">{resource.State}</span></td>
            <td><span class="state {HealthClass(resource.Health)}">{resource.Health ?? "not checked"}</span></td>
            <td>{Html.Each(resource.Urls, u => Html.Of($"<div>{Words.Link(u)}</div>"))}</td>
            <td class="n">{resource.Restarts}</td>
            <td class="n">{upFor}</td>
            <td class="n">{(resource.MemoryBytes is { } bytes ? Words.Megabytes(bytes) : "")}</td>
            <td class="n">{resource.ProcessId?.ToString(System.Globalization.CultureInfo.InvariantCulture)}</td>
            <td class="links"><a href="/logs?resource={name}" aria-label="Output of {resource.Name}">Output</a>{Telemetry(
                resource,
                name
            )}</td>
            </tr>
            """
        );
    }

    private static Html Telemetry(ResourceView resource, string name) =>
        Html.When(
            resource.Kind is "Project",
            () => Html.Of($" <a href=\"/traces?service={name}\" aria-label=\"Traces of {resource.Name}\">Traces</a>")
        );

    private static string StateClass(string state) =>
        state switch
        {
            "Running" => "good",
            "Failed" or "Restarting" => "bad",
            "Waiting" or "Starting" => "wait",
            _ => "idle",
        };

    private static string HealthClass(string? health) =>
        health switch
        {
            "Healthy" => "good",
            "Unhealthy" => "bad",
            _ => "idle",
        };
}
