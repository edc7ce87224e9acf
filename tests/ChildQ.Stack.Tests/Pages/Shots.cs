using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>Pictures of pages, for people to look at: taken where the environment names a folder for them in <c>CHILDQ_SHOTS</c>.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CHILDQ_SHOTS");

    public static async Task TakeAsync(IPage page, string url, string how)
    {
        if (Folder is { Length: > 0 })
        {
            var parts = url.Split('?')[0]
                .Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => Guid.TryParse(p, out var _) ? "id" : p);
            var name = string.Join('-', parts);
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(Folder, $"{(name.Length > 0 ? name : "home")}.{how}.png"), FullPage = true }
            );
        }
    }
}
