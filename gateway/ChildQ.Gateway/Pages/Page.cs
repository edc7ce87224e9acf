using System.Text;
using System.Text.Encodings.Web;

namespace ChildQ.Gateway.Pages;

/// <summary>The few pages that the gateway must be able to show when nothing behind it answers.</summary>
public static class Page
{
    /// <summary>Whether whoever asks is a person at a browser.</summary>
    public static bool IsWantedBy(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static IResult Result(int status, string heading, string text, (string Href, string Text)? link = null)
    {
        var (href, label) = link ?? ("/", "Go to the home page");
        return Html(
            status,
            heading,
            $"""
            <p class="govuk-body">{Encode(text)}</p>
            <p class="govuk-body"><a class="govuk-link" href="{Encode(href)}">{Encode(label)}</a></p>
            """
        );
    }

    /// <param name="status">HTTP status.</param>
    /// <param name="heading">Plain text.</param>
    /// <param name="content">HTML, already encoded.</param>
    public static IResult Html(int status, string heading, string content) =>
        Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="en-GB" class="govuk-template">
            <head>
              <meta charset="utf-8">
              <title>{Encode(heading)} - Hackney: Child Q response</title>
              <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
              <meta name="robots" content="noindex">
              <link rel="icon" href="/scripts/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/assets/childq.css">
            </head>
            <body class="govuk-template__body">
              <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
              <header>
                <div class="childq-header">
                  <div class="govuk-width-container childq-header__container">
                    <div class="childq-header__name">
                      <a class="childq-header__link childq-header__link--home" href="/">Hackney: Child Q response</a>
                    </div>
                  </div>
                </div>
              </header>
              <div class="govuk-width-container">
                <main class="govuk-main-wrapper" id="main-content">
                  <h1 class="govuk-heading-l">{Encode(heading)}</h1>
                  {content}
                </main>
              </div>
            </body>
            </html>
            """,
            "text/html; charset=utf-8",
            Encoding.UTF8,
            status
        );

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
