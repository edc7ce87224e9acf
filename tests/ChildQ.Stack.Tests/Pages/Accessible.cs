using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>What a page owes everyone: WCAG 2.2 AA, as far as a program can tell.</summary>
internal static class Accessible
{
    /// <summary>
    /// axe-core itself. The package for Playwright opens another page for every look, to collect what it found in frames; these pages have none, and
    /// to look at some hundred of them that way takes twice as long.
    /// </summary>
    private static readonly Lazy<string> AxeCore = new(() =>
    {
        using var script = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    });

    private const string Look = """
        async () => {
          const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const found = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
          return found.violations.map(v => `${v.id} at ${v.nodes.map(n => n.html).join(", ")}`);
        }
        """;

    public static async Task AccessibleAsync(this IPage page) => Assert.Empty(await page.FaultsAsync());

    /// <summary>What axe finds wrong; nothing where all is well.</summary>
    /// <param name="page">With JavaScript on: axe waits for timers, which a page without it never rings. The limit ends a test that forgot.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        Assert.Equal(0, await page.Locator("iframe").CountAsync());
        await page.EvaluateAsync(AxeCore.Value);
        var faults = await page.EvaluateAsync<string[]>(Look).WaitAsync(TimeSpan.FromMinutes(1));
        return [.. faults.Select(fault => $"{page.Url}: {fault}")];
    }

    /// <summary>
    /// Whether everything fits into 320 CSS pixels, so that nobody who enlarges the page four times has to scroll both ways (1.4.10, reflow). A wide
    /// table may scroll by itself.
    /// </summary>
    public static async Task<bool> FitsIntoAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 640);
        return await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth") <= width;
    }
}
