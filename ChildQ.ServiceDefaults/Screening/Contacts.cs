using System.Text.RegularExpressions;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>Ways of reaching or finding one person.</summary>
internal static class Contacts
{
    private static readonly Regex Email = Pattern.LinearAnyCase(
        @"[\p{L}\p{Nd}._%+'-]{1,64}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){1,8}"
    );

    // An area code has three digits at least ("020"), which a date ("01-04-2022") has not.
    private static readonly Regex Phone = Pattern.Linear(
        @"(?:(?<abroad>(?:\+ ?44|\(\+44\)|0044) ?(?:\(0\))?)|\(?0(?:[0-9]{2}))(?:[ ().-]{0,3}[0-9]){7,12}"
    );

    private static readonly Regex Postcode = Pattern.LinearAnyCase("[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]? {0,2}[0-9][ABD-HJLNP-UW-Z]{2}");

    private static readonly Regex Ordinal = Pattern.Linear("[0-9](?:st|nd|rd|th)$");

    /// <summary>Royal Mail's postcode areas: what a postcode may begin with.</summary>
    private static readonly HashSet<string> Areas = new(
        (
            "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX "
            + "IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP "
            + "SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static IEnumerable<Stretch> Emails(string text) => Email.Matches(text).Select(Stretch.Of);

    public static IEnumerable<Stretch> Phones(string text) =>
        Phone
            .Matches(text)
            .Where(match => match.Index == 0 || !char.IsLetterOrDigit(text[match.Index - 1]))
            .Select(match => PersonalNumber(text, match))
            .OfType<Stretch>();

    public static IEnumerable<Stretch> Postcodes(string text) =>
        Postcode
            .Matches(text)
            .Where(match =>
                match.StandsAlone(text)
                && Areas.Contains(string.Concat(match.Value.TakeWhile(char.IsAsciiLetter)))
                // "E8 2nd floor"
                && !Ordinal.IsMatch(match.Value)
            )
            .Select(Stretch.Of);

    /// <summary>
    /// Ofcom's National Telephone Numbering Plan: after the 0 or +44 come nine or ten digits, of which geographic numbers begin with 1 or
    /// 2 and personal and mobile ones with 7. Freephone, charity and service ranges (03, 08, 09) reach organisations.
    /// </summary>
    private static Stretch? PersonalNumber(string text, Match match)
    {
        var abroad = match.Groups["abroad"];
        var start = abroad.Success ? abroad.Index + abroad.Length : text.IndexOf('0', match.Index) + 1;
        var (digits, end) = (0, -1);
        for (var at = start; at < match.Index + match.Length && digits < 10; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (digits == 0 && text[at] == '0'))
                continue;
            if (++digits == 1 && text[at] is not ('1' or '2' or '5' or '7'))
                return null;
            if (digits >= 9 && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
                end = at + 1;
        }
        return end < 0 ? null : new(match.Index, end - match.Index);
    }
}
