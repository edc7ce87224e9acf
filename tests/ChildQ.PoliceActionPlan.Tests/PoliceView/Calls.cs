using System.Text.Json;
using System.Text.RegularExpressions;
using ChildQ.Testing;

namespace ChildQ.PoliceActionPlan.Tests.PoliceView;

/// <summary>How an endpoint of the service is called: with an id of its list, and with every filter that its document names.</summary>
internal sealed partial class Calls
{
    private const string Prefix = "/api/police-action-plan";

    /// <summary>
    /// Endpoints that cannot be called with an id of their list alone, under the service's prefix; <c>{id}</c> stands for one of them. A new
    /// endpoint of that kind gets its line here.
    /// </summary>
    private static readonly Dictionary<string, string[]> Special = new(StringComparer.Ordinal)
    {
        [$"GET {Prefix}/plan/comparison"] =
        [
            "/plan/comparison?from=1&to=2",
            "/plan/comparison?from=2&to=3",
            "/plan/comparison?from=1&to=3",
        ],
        [$"GET {Prefix}/protocols/{{id:guid}}/drafts/comparison"] = ["/protocols/{id}/drafts/comparison?from=1&to=1"],
        [$"GET {Prefix}/protocols/{{id:guid}}/drafts/{{number:int}}"] = ["/protocols/{id}/drafts/1"],
        [$"GET {Prefix}/protocols/{{id:guid}}/drafts/{{number:int}}/text"] = ["/protocols/{id}/drafts/1/text"],
    };

    private readonly Dictionary<string, string[]> _queries;

    private Calls(Dictionary<string, string[]> queries) => _queries = queries;

    /// <summary>Whether the endpoint is the service's own, and not one of health or documents.</summary>
    public static bool IsOurs(RunningEndpoint endpoint) =>
        endpoint.Template.StartsWith($"{Prefix}/", StringComparison.Ordinal)
        && !endpoint.Template.Contains("/openapi", StringComparison.Ordinal);

    public static async Task<Calls> ReadAsync(HttpClient client, IEnumerable<string> words)
    {
        var document = await client.ReadAsync<JsonElement>("/openapi.json");
        string[] all = [.. words];
        return new(
            document
                .GetProperty("paths")
                .EnumerateObject()
                .Where(p => p.Value.TryGetProperty("get", out _))
                .ToDictionary(p => p.Name, p => Queries(p.Value.GetProperty("get"), all), StringComparer.Ordinal)
        );
    }

    /// <summary>Its paths with every filter; none where it takes an id of a list of which there is none.</summary>
    public IReadOnlyList<string> Of(RunningEndpoint endpoint, IReadOnlyDictionary<string, Guid> ids)
    {
        if (Special.TryGetValue(endpoint.Route, out var special))
        {
            return [.. special.Select(path => Fill($"{Prefix}{path}", ids)).OfType<string>()];
        }

        return Path(endpoint, ids) is not { } path
            ? []
            : [path, .. _queries.GetValueOrDefault(Parameter().Replace(endpoint.Template, "{${name}}"), []).Select(q => $"{path}?{q}")];
    }

    /// <summary>Its path with the id of its list; null where the list is not among these, or more than one id is asked for.</summary>
    public static string? Path(RunningEndpoint endpoint, IReadOnlyDictionary<string, Guid> ids)
    {
        var path = Special.TryGetValue(endpoint.Route, out var special) ? $"{Prefix}{special[0]}" : endpoint.Template;
        return Fill(path, ids);
    }

    private static string? Fill(string path, IReadOnlyDictionary<string, Guid> ids)
    {
        var first = path.IndexOf("/{", StringComparison.Ordinal);
        if (first >= 0 && ids.TryGetValue(path[Prefix.Length..first], out var id))
        {
            path = Parameter().Replace(path, $"{id}", 1);
        }

        return path.Contains('{', StringComparison.Ordinal) ? null : path;
    }

    private static string[] Queries(JsonElement get, string[] words) =>
        get.TryGetProperty("parameters", out var parameters)
            ?
            [
                .. parameters
                    .EnumerateArray()
                    .Where(p => p.GetProperty("in").GetString() == "query")
                    .SelectMany(p => Values(p.GetProperty("schema"), words).Select(v => $"{p.GetProperty("name").GetString()}={v}")),
            ]
            : [];

    private static string[] Values(JsonElement schema, string[] words) =>
        schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(v => $"{v}")]
        : schema.GetRawText() is var text && text.Contains("\"date\"", StringComparison.Ordinal) ? ["2022-06-13"]
        : text.Contains("\"boolean\"", StringComparison.Ordinal) ? ["true", "false"]
        : text.Contains("\"integer\"", StringComparison.Ordinal) ? ["1", "2"]
        : words;

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();
}
