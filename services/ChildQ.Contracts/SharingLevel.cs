namespace ChildQ.Contracts;

/// <summary>
/// With whom something may be shared. Travels with every insight and with everything derived from it; ordered from open to closed,
/// so that the larger value is the more restrictive.
/// </summary>
public enum SharingLevel
{
    /// <summary>Anyone, signed in or not.</summary>
    Public = 0,

    /// <summary>The council and its partners, police among them.</summary>
    Partners = 1,

    /// <summary>The council's own people only. Never police.</summary>
    CouncilOnly = 2,

    /// <summary>Only the team that facilitated the conversation. Others see it only inside a theme count that passes suppression.</summary>
    SafeSpace = 3,
}
