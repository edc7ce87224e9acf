using System.ComponentModel.DataAnnotations;

namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>The one setting of suppression (configuration section <c>Suppression</c>).</summary>
public sealed class SuppressionOptions
{
    /// <summary>The lowest threshold that may be set, and the one in force where none is.</summary>
    public const int LowestThreshold = 5;

    /// <summary>The smallest number of people that is shown: counts of 1 to one below it are suppressed. Never below 5.</summary>
    [Range(LowestThreshold, 1_000)]
    public int Threshold { get; set; } = LowestThreshold;
}
