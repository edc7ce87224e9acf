using System.Text.RegularExpressions;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>
/// Names after titles, and after "my name is" and the like. Councillors and mayors are not among the titles: they act in public office and under their own names,
/// as in the council's published reports. A single letter ("Mr X", "Child Q") is somebody kept anonymous, not a name.
/// </summary>
internal static class Names
{
    private const string Particle = @"(?:de|da|di|du|del|van|von|der|den|bin|ibn|bint|al|el|la|le|ap|ter|st)[ .'-]{1,2}";
    private const string Proper = @"\p{Lu}['-]?[\p{L}\p{M}][\p{L}\p{M}'-]*";
    private const string FullName = $@"(?:\p{{Lu}}\.? ){{0,3}}(?:{Particle}){{0,2}}{Proper}(?: (?:{Particle}){{0,2}}{Proper}){{0,3}}";

    private const string Short = "[Mm][Rr][Ss]?|[Mm][SsXx]|[Dd][Rr]|Prof|PROF|prof|Rev|REV";
    private const string Long = "Miss|MISS|Professor|Sir|SIR|Dame|DAME|Lady|LADY|Lord|LORD|Reverend|Imam|Rabbi";

    // "Miss", "Sir", "Lady" are words too: only with capitals. "mr smith" is a name however it is typed.
    private static readonly Regex Titled = Pattern.Linear($@"\b(?<title>(?:{Short})\.?|{Long})[ \n]{{1,3}}(?<name>{FullName})");

    private static readonly Regex Lowercase = Pattern.LinearAnyCase(
        @"\b(?<title>(?:mrs?|ms|mx|dr)\.?)[ \n]{1,3}(?<name>\p{L}['-]?[\p{L}\p{M}][\p{L}\p{M}'-]*)"
    );

    private static readonly Regex Introduced = Pattern.Linear(
        $@"\b(?:[Mm]y|[Hh]er|[Hh]is|[Tt]heir|[Cc]hild's|[Pp]upil's|[Dd]aughter's|[Ss]on's|[Ss]tudent's) (?:full |first )?name(?:'s| is| was|:)? (?<name>{FullName})"
    );

    // What follows a title without being a name.
    private static readonly HashSet<string> NotNames = new(
        (
            "and or the a an who was were be been not is are has have had said says asked told came went did does do will would could should can may might must in on at of to for from with about as that this these those also then when where "
            + "mr mrs ms miss mx dr prof sir mayor chair speaker teacher head minister teams word office excel outlook forms sharepoint sql dos windows project paint edge "
            + "justice"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> AfterLord = new(
        ["Mayor", "Justice", "Chancellor", "Chief", "Lieutenant"],
        StringComparer.OrdinalIgnoreCase
    );

    public static IEnumerable<Stretch> Find(string text) =>
        [
            .. Matches(Titled, text).Select(Stretch.Of),
            .. Matches(Lowercase, text).Select(Stretch.Of),
            .. Matches(Introduced, text).Select(match => Stretch.Of(match.Groups["name"])),
        ];

    // After a title without a name the search goes on right behind the title: "MS Teams Mrs Example".
    private static IEnumerable<Match> Matches(Regex pattern, string text)
    {
        for (var match = pattern.Match(text); match.Success; )
        {
            var isName = IsName(match);
            if (isName)
                yield return match;
            var name = match.Groups["name"];
            match = pattern.Match(text, isName ? match.Index + match.Length : name.Index);
        }
    }

    private static bool IsName(Match match)
    {
        var first = match.Groups["name"].Value.Split(' ')[0];
        var isOneLetterOwner = first.Length == 3 && first.EndsWith("'s", StringComparison.OrdinalIgnoreCase);
        return !isOneLetterOwner && !NotNames.Contains(first) && !(IsPeer(match) && AfterLord.Contains(first));
    }

    private static bool IsPeer(Match match) => match.Groups["title"].Value.ToUpperInvariant() is "LORD" or "LADY";
}
