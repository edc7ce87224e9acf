using ChildQ.Portal.Components;

namespace ChildQ.Portal.Registers;

/// <summary>One way to narrow a register; its name is the query parameter, here and at the service.</summary>
public sealed record Filter(string Name, string Label, IReadOnlyList<Choice>? Choices = null)
{
    public static Filter Search(string label = "Search") => new("q", label);

    /// <summary>For words of an enumeration, which services read in a query with a capital first, unlike in JSON.</summary>
    public static Filter Words(string name, string label, IEnumerable<Choice> choices) =>
        new(name, label, [.. choices.Select(c => c with { Value = char.ToUpperInvariant(c.Value[0]) + c.Value[1..] })]);

    /// <summary>What it is set to, from the page's address.</summary>
    public string? Value { get; init; }
}
