namespace ChildQ.ServiceDefaults.Import;

/// <summary>
/// How a property of a row stands in a file. Without it the column is the property's name in snake case. A value is required where
/// the property is neither nullable nor a list; its length is limited by <c>[MaxLength]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CsvColumnAttribute(string? name = null) : Attribute
{
    public string? Name => name;

    /// <summary>The row's key, unique in a file. Where no property says so, it is the column <c>reference</c>.</summary>
    public bool IsKey { get; init; }

    /// <summary>The whole column may be missing from a file; its values are then those of empty cells.</summary>
    public bool MayBeMissing { get; init; }
}
