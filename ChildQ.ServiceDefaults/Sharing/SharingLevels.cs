using ChildQ.Contracts;

namespace ChildQ.ServiceDefaults.Sharing;

public static class SharingLevels
{
    /// <summary>Whether police, and so anything sent to them, must never hold it.</summary>
    public static bool IsRestricted(this SharingLevel level) => level is not (SharingLevel.Public or SharingLevel.Partners);

    /// <summary>
    /// The level of whatever is derived from things of these levels: that of its most restricted source. What is derived from
    /// nothing known is <see cref="SharingLevel.SafeSpace"/>, closed until somebody says otherwise.
    /// </summary>
    public static SharingLevel MostRestrictive(params IEnumerable<SharingLevel> sources) =>
        sources.DefaultIfEmpty(SharingLevel.SafeSpace).Max();

    /// <inheritdoc cref="MostRestrictive(IEnumerable{SharingLevel})"/>
    public static SharingLevel MostRestrictive(params IEnumerable<IShared> sources) =>
        MostRestrictive(sources.Select(source => source.Sharing));
}
