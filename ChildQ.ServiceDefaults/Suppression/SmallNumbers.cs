namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>
/// Suppresses small numbers of people (DOMAIN.md, rule 3). The rules and what they rest on are in this folder's README.
/// Immutable; safe to share.
/// </summary>
public sealed class SmallNumbers
{
    /// <summary>With the lowest threshold allowed, 5.</summary>
    public static readonly SmallNumbers Default = new(new());

    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 5.</exception>
    public SmallNumbers(SuppressionOptions options)
    {
        if (options.Threshold < SuppressionOptions.LowestThreshold)
            throw new ArgumentOutOfRangeException(nameof(options), options.Threshold, "The threshold is never below 5.");
        Threshold = options.Threshold;
    }

    /// <summary>The smallest number of people that is shown.</summary>
    public int Threshold { get; }

    /// <summary>
    /// A count that stands alone: suppressed from 1 to one below the threshold. Counts that add up to something shown belong
    /// together in a <see cref="CountTable"/>.
    /// </summary>
    public SuppressedCount Of(int count) => new(IsSmall(count) ? null : count);

    /// <summary>
    /// The table with every small number suppressed, and as few further numbers as are needed for none of them to be worked
    /// out from what is left.
    /// </summary>
    public SuppressedTable Suppress(CountTable table)
    {
        var network = CountNetwork.Of(table);
        foreach (var entry in network.Entries.Where(entry => IsSmall(entry.Value)))
            network.Hide(entry);
        foreach (var line in network.Lines.Where(IsAllInOneCategory))
            line.ForEach(network.Hide);
        network.ProtectHidden(Threshold);
        return network.Shown();
    }

    private bool IsSmall(int count) => count > 0 && count < Threshold;

    /// <summary>
    /// Few people, and all of them in one category: whoever knows that someone is among them knows which. Then the zeros
    /// beside them tell as much as the number does, and the whole line is suppressed.
    /// </summary>
    private bool IsAllInOneCategory(List<CountEntry> line) =>
        line.Count > 1 && line.Count(entry => entry.Value > 0) == 1 && line.Sum(entry => entry.Value) < 2 * Threshold;
}
