using System.Text.RegularExpressions;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>Numbers that stand for one person, told from other numbers by their own check digits.</summary>
internal static class Identifiers
{
    private const string UpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static readonly Regex Upn = Pattern.LinearAnyCase($"[{UpnLetters}](?:[ -]?[0-9]){{11}}[ -]?[0-9{UpnLetters}]");
    private static readonly Regex Nhs = Pattern.Linear("[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}");
    private static readonly Regex Nino = Pattern.LinearAnyCase("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?[0-9]{2}){3}[ -]?[A-D]");

    // HMRC, National Insurance Manual NIM39110: prefixes never allocated.
    private static readonly string[] UnusedPrefixes = ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"];

    public static IEnumerable<Stretch> UniquePupilNumbers(string text) =>
        Upn.Matches(text).Where(match => match.StandsAlone(text) && HasUpnCheckLetter(Compact(match))).Select(Stretch.Of);

    public static IEnumerable<Stretch> NhsNumbers(string text) =>
        Nhs.Matches(text).Where(match => match.IsWholeNumber(text) && HasNhsCheckDigit(Compact(match))).Select(Stretch.Of);

    public static IEnumerable<Stretch> NationalInsuranceNumbers(string text) =>
        Nino.Matches(text)
            .Where(match => match.StandsAlone(text) && !UnusedPrefixes.Contains(Compact(match)[..2], StringComparer.Ordinal))
            .Select(Stretch.Of);

    /// <summary>
    /// Department for Education, <em>Unique pupil numbers: a guide for schools and local authorities</em>: each of characters 2 to 13 times its
    /// position, summed, modulo 23, as a letter without I, O and S. The last character of a temporary number is such a letter.
    /// </summary>
    private static bool HasUpnCheckLetter(string upn)
    {
        var sum = 0;
        for (var position = 2; position <= 13; position++)
        {
            var character = upn[position - 1];
            sum += position * (char.IsAsciiDigit(character) ? character - '0' : UpnLetters.IndexOf(character, StringComparison.Ordinal));
        }
        return UpnLetters[sum % 23] == upn[0];
    }

    /// <summary>NHS Data Dictionary, <em>NHS number</em>: modulus 11 over the first nine digits, weighted 10 to 2; a remainder of 10 is never issued.</summary>
    private static bool HasNhsCheckDigit(string number)
    {
        if (number.All(digit => digit == number[0]))
            return false;
        var sum = 0;
        for (var place = 0; place < 9; place++)
            sum += (10 - place) * (number[place] - '0');
        return (11 - (sum % 11)) % 11 == number[9] - '0';
    }

    private static string Compact(Match match) => string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
