using ChildQ.Contracts;

namespace ChildQ.ServiceDefaults.Sharing;

/// <summary>Something with a sharing level, or derived from something that has one.</summary>
public interface IShared
{
    SharingLevel Sharing { get; }
}

/// <summary>Something that came out of an activity, which its facilitator may see whatever its sharing level.</summary>
public interface IFacilitated : IShared
{
    /// <summary>The token subject (<c>sub</c>) of whoever ran the activity; null where nobody with an account did.</summary>
    string? FacilitatedBy { get; }
}
