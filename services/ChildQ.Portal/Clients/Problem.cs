using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChildQ.Portal.Clients;

/// <summary>Problem details (RFC 9457) as every service sends them: field errors under <c>errors</c>, a broken rule in <c>detail</c>.</summary>
public sealed record Problem
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Detail { get; init; }
    public int? Status { get; init; }
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Members that a single rule adds, such as the finds of personal-data screening.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }

    /// <summary>The one sentence to show when no field is named.</summary>
    public string Sentence => Detail ?? Title ?? "This could not be saved.";

    public T? Member<T>(string name) =>
        More is not null && More.TryGetValue(name, out var element) ? element.Deserialize<T>(ServiceClient.Json) : default;
}
