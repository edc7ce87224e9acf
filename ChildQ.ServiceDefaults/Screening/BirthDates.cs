using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>
/// Dates that are likely somebody's date of birth. With a word of birth beside it ("born", "DOB", "birthday") any date is, even one without a year. A date on its
/// own is one where it lies before <see cref="EarliestAct"/>: nothing that this response records happened then, so a full date from before
/// is more likely a person's than an event's. Later dates on their own ("met on 1 April 2022") are events.
/// </summary>
internal static class BirthDates
{
    /// <summary>Before this day a full date on its own is taken for a date of birth.</summary>
    public static readonly DateOnly EarliestAct = new(2020, 1, 1);

    private const string Month =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Day = "(?<day>[0-9]{1,2})";
    private const string LongYear = "(?<year>[0-9]{4})";
    private const string AnyYear = "(?<year>[0-9]{4}|'?[0-9]{2})";

    private static readonly Regex[] Full =
    [
        Pattern.Linear($"{Day} ?[/.-] ?(?<month>[0-9]{{1,2}}) ?[/.-] ?{AnyYear}"),
        Pattern.Linear($"{LongYear} ?[/.-] ?(?<month>[0-9]{{1,2}}) ?[/.-] ?{Day}"),
        Pattern.LinearAnyCase($"{Day} ?(?:st|nd|rd|th)?(?: of)?[ ./-]{{0,2}}{Month}[ ,./-]{{1,3}}{AnyYear}"),
        Pattern.LinearAnyCase($"{Month}[ .-]{{1,2}}{Day}(?:st|nd|rd|th)?[ ,-]{{1,2}}{AnyYear}"),
    ];

    // Only beside a word of birth.
    private static readonly Regex[] Partial =
    [
        Pattern.Linear("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4}|[0-9]{2})"),
        Pattern.Linear("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})"),
        Pattern.LinearAnyCase($"{Day} ?(?:st|nd|rd|th)?(?: of)?[ ./-]{{0,2}}{Month}"),
        Pattern.LinearAnyCase($"{Month}[ .-]{{1,2}}{Day}(?:st|nd|rd|th)?"),
        Pattern.LinearAnyCase($"{Month}[ ,.-]{{1,2}}{LongYear}"),
        Pattern.Linear($"{Day} ?[/.-] ?(?<month>[0-9]{{1,2}})"),
    ];

    private static readonly Regex BirthWord = Pattern.LinearAnyCase(
        @"\b(?:born|d ?\. ?o ?\. ?b|dob|d/o/b|birth|birth[ -]?date|birth[ -]?day)\b"
    );

    private static readonly Regex SentenceEnd = Pattern.Linear(@"[.!?;] +[\p{Lu}]|\n\n");

    public static IEnumerable<Stretch> Find(string text)
    {
        var full = Full.SelectMany(pattern => Dates(text, pattern)).ToList();
        foreach (var (stretch, date) in full)
            if (date < EarliestAct || HasBirthWordBeside(text, stretch))
                yield return stretch;
        if (!BirthWord.IsMatch(text))
            yield break;
        foreach (var match in Partial.SelectMany(pattern => pattern.Matches(text)))
            if (match.StandsAlone(text) && IsDayOfSomeMonth(match) && HasBirthWordBeside(text, Stretch.Of(match)))
                yield return Stretch.Of(match);
    }

    private static IEnumerable<(Stretch, DateOnly)> Dates(string text, Regex pattern)
    {
        foreach (Match match in pattern.Matches(text))
        {
            var start = match.Groups["day"].Index < match.Groups["month"].Index ? match.Groups["day"].Index : match.Index;
            var stretch = new Stretch(start, match.Index + match.Length - start);
            if (!StandsAlone(text, stretch) || DateOf(match) is not { } date)
                continue;
            // "section 1.2.10" is no date.
            if (
                match.Groups["year"].Length == 2
                && match.Value.Contains('.', StringComparison.Ordinal)
                && !HasBirthWordBeside(text, stretch)
            )
                continue;
            yield return (stretch, date);
        }
    }

    private static bool StandsAlone(string text, Stretch stretch) =>
        (stretch.Start == 0 || !char.IsLetterOrDigit(text[stretch.Start - 1]))
        && (stretch.End == text.Length || !char.IsLetterOrDigit(text[stretch.End]));

    private static DateOnly? DateOf(Match match)
    {
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        var month = MonthOf(match.Groups["month"].Value);
        var year = int.Parse(match.Groups["year"].Value.Trim('\''), CultureInfo.InvariantCulture);
        // Two digits: the last century from 40 on.
        year +=
            match.Groups["year"].Value.Trim('\'').Length == 4 ? 0
            : year >= 40 ? 1900
            : 2000;
        if (month > 12 && day <= 12)
            (day, month) = (month, day);
        var isDate = year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDate ? new DateOnly(year, month, day) : null;
    }

    private static bool IsDayOfSomeMonth(Match match) =>
        MonthOf(match.Groups["month"].Value) is >= 1 and <= 12
        && (!match.Groups["day"].Success || int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 31);

    private static int MonthOf(string month) =>
        int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1
                + Array.FindIndex(
                    CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
                    name => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                );

    /// <summary>In the same sentence, up to 40 characters before or 20 after.</summary>
    private static bool HasBirthWordBeside(string text, Stretch date)
    {
        var before = text[Math.Max(0, date.Start - 40)..date.Start];
        var after = text[date.End..Math.Min(text.Length, date.End + 20)];
        var sentenceStart = SentenceEnd.Matches(before + "x").LastOrDefault() is { } last ? last.Index : 0;
        var sentenceEnd = SentenceEnd.Match(after) is { Success: true } next ? next.Index : after.Length;
        return BirthWord.IsMatch(before[sentenceStart..]) || BirthWord.IsMatch(after[..sentenceEnd]);
    }
}
