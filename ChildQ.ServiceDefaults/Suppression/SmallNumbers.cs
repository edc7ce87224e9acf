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
    public SuppressedTable Suppress(CountTable table) => Suppress([new LinkedTable(table)])[0];

    /// <summary>
    /// Tables of the same people that have numbers in common, put out together: a number that is hidden in one is hidden in all, and each table is
    /// protected with it hidden.
    /// </summary>
    public IReadOnlyList<SuppressedTable> Suppress(IReadOnlyList<LinkedTable> tables)
    {
        var networks = tables.Select(table => (Network: Begin(table), Table: table)).ToList();
        var common = networks
            .SelectMany(n => n.Network.Labelled.Select(l => (n.Network, l.Entry, Name: n.Table.NameOf(l.Row, l.Column))))
            .Where(number => number.Name is not null)
            .GroupBy(number => number.Name!, StringComparer.Ordinal)
            .ToList();
        for (var settled = false; !settled; )
        {
            networks.ForEach(n => n.Network.ProtectHidden(Threshold));
            settled = true;
            foreach (var number in common.Where(c => c.Any(n => n.Entry.IsHidden)).SelectMany(c => c).Where(n => !n.Entry.IsHidden))
            {
                number.Network.Hide(number.Entry);
                settled = false;
            }
        }
        return networks.ConvertAll(n => n.Network.Shown());
    }

    /// <summary>Whether a number of people is from 1 to one below the threshold.</summary>
    public bool IsSmall(int count) => count > 0 && count < Threshold;

    private CountNetwork Begin(LinkedTable table)
    {
        var network = CountNetwork.Of(table.Table);
        foreach (var entry in network.Entries.Where(entry => IsSmall(entry.Value)))
            network.Hide(entry);
        foreach (var line in network.Lines.Where(IsAllInOneCategory))
            line.ForEach(network.Hide);
        foreach (var number in network.Labelled.Where(l => table.HidesToo(l.Row, l.Column)))
            network.Hide(number.Entry);
        return network;
    }

    /// <summary>
    /// Few people, and all of them in one category: whoever knows that someone is among them knows which. Then the zeros
    /// beside them tell as much as the number does, and the whole line is suppressed.
    /// </summary>
    private bool IsAllInOneCategory(List<CountEntry> line) =>
        line.Count > 1 && line.Count(entry => entry.Value > 0) == 1 && line.Sum(entry => entry.Value) < 2 * Threshold;
}
