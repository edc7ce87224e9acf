using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.CommunityEngagement.Registers;

/// <summary>What a file may not do.</summary>
internal static class FileRules
{
    /// <summary>Opening is an act of a person, on the one thing.</summary>
    public static BrokenRule NotOpenedByFile { get; } =
        Rule.Broken("sharing/opened-by-file", "A file does not open what is restricted. Open it there, by hand.", "sharingLevel");
}
