using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>What every page shares.</summary>
internal static class Layout
{
    private static readonly (string Path, string Name)[] Sections =
    [
        ("/", "Resources"),
        ("/logs", "Output"),
        ("/records", "Log records"),
        ("/traces", "Traces"),
        ("/metrics", "Metrics"),
    ];

    /// <param name="section">The path of the section to which the page belongs.</param>
    /// <param name="isLive">Whether the script fetches the page again every few seconds and shows what has changed.</param>
    /// <param name="filter">A form above the content, left alone while the content changes.</param>
    public static IResult Page(
        string title,
        string section,
        Html content,
        Html filter = default,
        bool isLive = false,
        int status = StatusCodes.Status200OK
    )
    {
        var page = Html.Of(
            $"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – ChildQ stack</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/dashboard.css">
            <script src="/dashboard.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#content">Skip to content</a>
            <header>
            <p class="name"><a href="/">ChildQ <span>local stack</span></a></p>
            <nav aria-label="Sections"><ul>{Html.Each(Sections, s => Entry(s, section))}</ul></nav>
            <div id="pause"></div>
            </header>
            <main id="content" tabindex="-1">
            <h1>{title}</h1>
            {filter}
            <div{(isLive ? Html.Of($" data-live") : Html.Empty)}>
            {content}
            </div>
            </main>
            </body>
            </html>
            """
        );
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    public static Html Option(string value, string label, bool selected) =>
        selected ? Html.Of($"<option value=\"{value}\" selected>{label}</option>") : Html.Of($"<option value=\"{value}\">{label}</option>");

    private static Html Entry((string Path, string Name) entry, string section) =>
        string.Equals(entry.Path, section, StringComparison.Ordinal)
            ? Html.Of($"<li><a href=\"{entry.Path}\" aria-current=\"page\">{entry.Name}</a></li>")
            : Html.Of($"<li><a href=\"{entry.Path}\">{entry.Name}</a></li>");
}
