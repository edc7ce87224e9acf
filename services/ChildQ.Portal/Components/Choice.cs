namespace ChildQ.Portal.Components;

/// <summary>One option of radios, checkboxes or a select.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>Options whose words are also what the service calls them.</summary>
    public static IReadOnlyList<Choice> Of(params string[] values) => [.. values.Select(v => new Choice(v, v))];

    public static readonly IReadOnlyList<Choice> YesNo = [new("true", "Yes"), new("false", "No")];
}
