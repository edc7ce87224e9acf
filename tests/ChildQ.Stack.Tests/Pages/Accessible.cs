using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>What a page owes everyone: WCAG 2.2 AA, as far as a program can tell.</summary>
internal static class Accessible
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
        Iframes = false,
    };

    public static async Task AccessibleAsync(this IPage page) => Assert.Empty(await page.FaultsAsync());

    /// <summary>What axe finds wrong; nothing where all is well.</summary>
    /// <param name="page">With JavaScript on: axe waits for timers, which a page without it never rings. The limit ends a test that forgot.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page) =>
        [
            .. (await page.RunAxe(Wcag22).WaitAsync(TimeSpan.FromMinutes(1))).Violations.Select(v =>
                $"{page.Url}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"
            ),
        ];

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
