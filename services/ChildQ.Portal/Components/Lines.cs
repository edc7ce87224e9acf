namespace ChildQ.Portal.Components;

/// <summary>A list as people write it in a form: one on each line.</summary>
public static class Lines
{
    public static string Of(IEnumerable<string>? values) => string.Join('\n', values ?? []);

    public static IReadOnlyList<string> In(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
