using System.Text.Json;

namespace ChildQ.Stack.Tests;

/// <summary>The endpoints of the running system, from its own documents.</summary>
public static class OpenApi
{
    public static IReadOnlyList<string> Services { get; } =
    ["police-action-plan", "schools", "staff-support", "community-engagement", "oversight"];

    public static async Task<IReadOnlyList<(string Method, string Path)>> EndpointsAsync(Stack stack)
    {
        List<(string, string)> endpoints = [];
        foreach (var service in Services)
        {
            var document = await stack.GetAsync($"/openapi/{service}.json");
            foreach (var path in document.GetProperty("paths").EnumerateObject())
            {
                endpoints.AddRange(
                    path.Value.EnumerateObject()
                        .Where(o => o.Value.ValueKind == JsonValueKind.Object && o.Value.TryGetProperty("responses", out _))
                        .Select(o => (o.Name.ToUpperInvariant(), path.Name))
                );
            }
        }

        return endpoints;
    }

    public static async Task<IReadOnlyList<(string Method, string Path)>> GetsAsync(Stack stack) =>
        [.. (await EndpointsAsync(stack)).Where(e => e.Method == "GET")];
}
