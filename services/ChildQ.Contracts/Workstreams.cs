namespace ChildQ.Contracts;

/// <summary>The six workstreams of the council's response, as keys that travel between services.</summary>
public static class Workstreams
{
    public const string PoliceTrustAndConfidence = "police-trust-and-confidence";
    public const string Schools = "schools";
    public const string Staff = "staff";
    public const string InstitutionalRacism = "institutional-racism";
    public const string CommunityEngagement = "community-engagement";
    public const string CommunityTensions = "community-tensions";

    /// <summary>All of them, in the order the report of June 2022 gives them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [PoliceTrustAndConfidence, Schools, Staff, InstitutionalRacism, CommunityEngagement, CommunityTensions];
}
