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

    /// <summary>
    /// Leaves out what police must never hold: for what is derived from things (a number, a date, whether something was answered) and then shown
    /// to partners, police among them.
    /// </summary>
    public static IQueryable<T> NotRestricted<T>(this IQueryable<T> things)
        where T : class, IShared => things.Where(thing => thing.Sharing == SharingLevel.Public || thing.Sharing == SharingLevel.Partners);
}
