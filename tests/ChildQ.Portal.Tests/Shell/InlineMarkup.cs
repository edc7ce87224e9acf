using System.Text.RegularExpressions;

namespace ChildQ.Portal.Tests.Shell;

/// <summary>What a content security policy without "unsafe-inline" refuses.</summary>
internal static partial class InlineMarkup
{
    [GeneratedRegex("<style|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    public static partial Regex Style();

    [GeneratedRegex("<script(?![^>]*\\ssrc=)|javascript:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    public static partial Regex Script();
}
