namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>The process that sent telemetry: OTLP's resource.</summary>
/// <param name="Service"><c>service.name</c>.</param>
/// <param name="Instance"><c>service.instance.id</c>, which tells replicas apart.</param>
internal sealed record TelemetrySource(string Service, string Instance, IReadOnlyList<Tag> Tags)
{
    public static TelemetrySource From(IReadOnlyList<Tag> tags) =>
        new(tags.Find("service.name") ?? "unknown", tags.Find("service.instance.id") ?? "", tags);
}
