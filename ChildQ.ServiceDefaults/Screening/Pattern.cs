using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>Regular expressions that cannot be made slow by what they are given.</summary>
internal static class Pattern
{
    public static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static Regex LinearAnyCase(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Whether a match is a word of its own and not part of a longer one.</summary>
    public static bool StandsAlone(this Match match, string text) =>
        (match.Index == 0 || !char.IsLetterOrDigit(text[match.Index - 1])) && !FollowedByLetterOrDigit(match, text);

    /// <summary>Whether a match is a number of its own. A letter may stand before it ("NHS9434765919"), a digit may not.</summary>
    public static bool IsWholeNumber(this Match match, string text) =>
        (match.Index == 0 || !char.IsAsciiDigit(text[match.Index - 1])) && !FollowedByLetterOrDigit(match, text);

    private static bool FollowedByLetterOrDigit(Match match, string text)
    {
        var end = match.Index + match.Length;
        return end < text.Length && char.IsLetterOrDigit(text[end]);
    }
}

/// <summary>A part of the folded text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;

    public static Stretch Of(Match match) => new(match.Index, match.Length);

    public static Stretch Of(Group group) => new(group.Index, group.Length);

    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;
}
