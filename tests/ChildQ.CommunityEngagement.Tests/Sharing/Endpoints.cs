using System.Text.Json;

namespace ChildQ.CommunityEngagement.Tests.Sharing;

/// <summary>The service's endpoints as its own document lists them.</summary>
internal static class Endpoints
{
    public static async Task<IReadOnlyList<(HttpMethod Method, string Path)>> AllAsync(CommunityEngagementHost host)
    {
        using var anyone = host.Anonymous();
        var document = await anyone.ReadAsync<JsonElement>("/openapi.json");
        return
        [
            .. document
                .GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(method => (HttpMethod.Parse(method.Name), path.Name))),
        ];
    }

    /// <summary>The addresses of every GET endpoint: each with every id that there is to guess, and with every query that finds things.</summary>
    public static async Task<IReadOnlyList<string>> GetsAsync(
        CommunityEngagementHost host,
        IReadOnlyCollection<Guid> ids,
        IReadOnlyCollection<string> queries
    ) =>
        [
            .. (await AllAsync(host))
                .Where(e => e.Method == HttpMethod.Get)
                .SelectMany(e =>
                    e.Path.Contains('{', StringComparison.Ordinal)
                        ? ids.Select(id => e.Path[..e.Path.IndexOf('{', StringComparison.Ordinal)] + id + After(e.Path))
                        : queries.Select(q => e.Path + q)
                ),
        ];

    private static string After(string path) => path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
}
