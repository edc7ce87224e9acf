using System.Net;
using System.Text.RegularExpressions;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>What a page holds as it is sent, before any script.</summary>
/// <param name="Way">The breadcrumbs: what tells two pages of one title apart.</param>
/// <param name="Buttonless">Forms that nobody could send without JavaScript.</param>
internal sealed partial record PageSeen(
    string Title,
    IReadOnlyList<string> Headings,
    string Way,
    string Language,
    IReadOnlyList<string> Links,
    int Buttonless
)
{
    /// <summary>Reads the Portal's own HTML, whose attributes are all in double quotes.</summary>
    public static PageSeen In(string html) =>
        new(
            Text(TitleOf().Match(html)),
            [.. Heading().Matches(html).Select(Text)],
            Text(Breadcrumb().Match(html)),
            Text(LanguageOf().Match(html)),
            [.. Link().Matches(html).Select(Text)],
            Form().Matches(html).Count(form => !Button().IsMatch(form.Value))
        );

    private static string Text(Match match) =>
        WebUtility.HtmlDecode(Space().Replace(Tag().Replace(match.Groups["text"].Value, " "), " ")).Trim();

    [GeneratedRegex("<title>(?<text>.*?)</title>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleOf();

    [GeneratedRegex("<h1( [^>]*)?>(?<text>.*?)</h1>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("""<nav class="govuk-breadcrumbs.*?>(?<text>.*?)</nav>""", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex("""<html lang="(?<text>[^"]*)["]""", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageOf();

    [GeneratedRegex("""<a [^>]*?href="(?<text>[^"]*)["]""", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<form[ >].*?</form>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""<button(?![^>]*type="button")|<input[^>]*type="submit["]""", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Button();

    [GeneratedRegex("<[^>]*>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    private const RegexOptions Options = RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
