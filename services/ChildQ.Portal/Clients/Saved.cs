using System.Text.Json;

namespace ChildQ.Portal.Clients;

/// <summary>What a service answered to a change: it was made, or refused by a rule, or somebody else was faster.</summary>
public sealed record Saved
{
    private readonly string? _body;

    private Saved(string? body = null) => _body = body;

    /// <summary>Why it was refused (400, 409, 422); nothing was changed.</summary>
    public Problem? Refused { get; private init; }

    /// <summary>True on 412: what the page was filled from is no longer the current version.</summary>
    public bool ChangedMeanwhile { get; private init; }

    /// <summary>Where the new thing is, from the Location header.</summary>
    public Uri? Location { get; private init; }

    public bool Done => Refused is null && !ChangedMeanwhile;

    public static Saved As(string? body, Uri? location) => new(body) { Location = location };

    public static Saved RefusedBy(Problem problem) => new() { Refused = problem };

    public static Saved TooLate() => new() { ChangedMeanwhile = true };

    /// <summary>The body of the answer, where it has one.</summary>
    public T Read<T>() =>
        JsonSerializer.Deserialize<T>(_body ?? "null", ServiceClient.Json)
        ?? throw new InvalidOperationException($"The service answered without the {typeof(T).Name} that this page goes on with.");

    /// <summary>The id of what was made: from the body, else from the end of the Location.</summary>
    public Guid? Id()
    {
        if (!string.IsNullOrWhiteSpace(_body))
        {
            using var json = JsonDocument.Parse(_body);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && id.TryGetGuid(out var made)
            )
                return made;
        }
        return Guid.TryParse(Location?.OriginalString.Split('/')[^1], out var fromLocation) ? fromLocation : null;
    }
}
