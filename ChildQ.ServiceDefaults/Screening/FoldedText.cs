using System.Globalization;
using System.Text;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>
/// A text as a reader sees it, for patterns to look at: compatibility forms (full-width letters and the like) folded by NFKC, digits of every
/// script as 0 to 9, every kind of space, dash and apostrophe as one, and characters that show nothing left out. Each character
/// knows what it was in the text as written.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<(int Start, int End)> _origins;

    private FoldedText(string text, List<(int, int)> origins) => (Text, _origins) = (text, origins);

    public string Text { get; }

    public static FoldedText Of(string written)
    {
        var folded = new StringBuilder(written.Length);
        var origins = new List<(int, int)>(written.Length);
        for (var start = 0; start < written.Length; )
        {
            var end = EndOfCluster(written, start);
            foreach (var rune in Compatible(written[start..end]).EnumerateRunes())
            {
                if (Fold(rune) is not { } shown)
                    continue;
                folded.Append(shown);
                for (var unit = 0; unit < shown.Length; unit++)
                    origins.Add((start, end));
            }
            start = end;
        }
        return new(folded.ToString(), origins);
    }

    /// <summary>A stretch of the folded text as a stretch of the text as written.</summary>
    public (int Start, int Length) AsWritten(int start, int length)
    {
        var first = _origins[start].Start;
        return (first, _origins[start + length - 1].End - first);
    }

    // A character with the marks that combine with it, which NFKC may make one. Marks without end are cut: linear time.
    private static int EndOfCluster(string text, int start)
    {
        var end = start + LengthAt(text, start);
        while (end < text.Length && end - start < 32 && CharUnicodeInfo.GetUnicodeCategory(text, end) is UnicodeCategory.NonSpacingMark)
            end += LengthAt(text, end);
        return end;
    }

    private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static string Compatible(string cluster) =>
        cluster is [< '\u0080'] || cluster.Any(char.IsSurrogate) && !Rune.TryGetRuneAt(cluster, 0, out _)
            ? cluster
            : cluster.Normalize(NormalizationForm.FormKC);

    private static string? Fold(Rune rune)
    {
        if (rune.Value < 128)
            return rune.ToString();
        if (rune.Value is '\u2018' or '\u2019' or '\u02BC' or '\u2032')
            return "'";
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => null,
            UnicodeCategory.DecimalDigitNumber => Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture),
            UnicodeCategory.SpaceSeparator => " ",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
            UnicodeCategory.DashPunctuation => "-",
            _ when rune.Value is 0x2212 => "-",
            _ => rune.ToString(),
        };
    }
}
