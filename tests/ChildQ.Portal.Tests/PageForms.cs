using System.Net;
using System.Text.RegularExpressions;

namespace ChildQ.Portal.Tests;

/// <summary>Fills in and sends the form of a page, as a browser does without JavaScript.</summary>
public static partial class PageForms
{
    /// <summary>Gets the page, keeps its hidden fields, and posts them with these fields to the same address.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser,
        string address,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancel
    )
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), cancel);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(Hidden(page).Concat(fields)), cancel);
    }

    /// <summary>The same with a file of text in one field.</summary>
    public static async Task<HttpResponseMessage> SendFileAsync(
        this HttpClient browser,
        string address,
        string field,
        string text,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancel
    )
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), cancel);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(page).Concat(fields))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(text), field, "figures.csv");
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, cancel);
    }

    /// <summary>The hidden fields of a page's own forms: version, key, antiforgery token.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Hidden(string page) =>
        [
            .. HiddenInput()
                .Matches(page[page.IndexOf("<main", StringComparison.Ordinal)..])
                .Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))),
        ];

    [GeneratedRegex(
        "<input (?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex HiddenInput();
}
