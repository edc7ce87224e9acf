using System.Globalization;
using System.Text.Json.Serialization;

namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>
/// A number of people as it may be shown: a value, or suppressed. Written as <c>{"value":null,"suppressed":true}</c>.
/// Only <see cref="SmallNumbers"/> makes one, so an endpoint that answers with this type has suppressed. The default value
/// is suppressed.
/// </summary>
public readonly record struct SuppressedCount
{
    /// <summary>How a suppressed number is written in tables and files: the Government Statistical Service's symbol for "confidential".</summary>
    public const string Symbol = "[c]";

    [JsonConstructor]
    internal SuppressedCount(int? value) => Value = value;

    /// <summary>The number, or null where it is suppressed.</summary>
    [JsonPropertyName("value"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Value { get; }

    [JsonPropertyName("suppressed"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsSuppressed => Value is null;

    /// <summary>
    /// This number as a percentage of <paramref name="total"/>, to one decimal place; null where either is suppressed
    /// (a percentage gives a suppressed number away as surely as a total does) or the total is zero.
    /// </summary>
    public decimal? PercentageOf(SuppressedCount total) =>
        Value is { } value && total.Value is > 0 and { } all ? Math.Round(100m * value / all, 1, MidpointRounding.AwayFromZero) : null;

    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? Symbol;
}
