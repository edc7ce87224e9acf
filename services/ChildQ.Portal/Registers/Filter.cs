using ChildQ.Portal.Components;

namespace ChildQ.Portal.Registers;

/// <summary>One way to narrow a register; its name is the query parameter, here and at the service.</summary>
public sealed record Filter(string Name, string Label, IReadOnlyList<Choice>? Choices = null)
{
    public static Filter Search(string label = "Search") => new("q", label);

    /// <summary>What it is set to, from the page's address.</summary>
    public string? Value { get; init; }
}
