using ChildQ.AppHost.Local.Servers;
using ChildQ.Stack.Tests.Pages;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ChildQ.Stack.Tests.Pages;

/// <summary>The machine's own Chromium, installed where it is missing, driven by Playwright. One for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var machine = new Machine(mayInstall: true, Console.WriteLine);
        var chromium = await machine.RequireAsync(
            "Chromium",
            "chromium",
            () => Array.Find(Places, Programs.IsThere),
            CancellationToken.None
        );
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A fresh visitor: no cookies, nothing remembered.</summary>
    public Task<IPage> VisitAsync(Stack stack, bool javaScript = true) =>
        VisitAsync(stack, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

    /// <summary>A small phone held upright, with a finger for a mouse.</summary>
    public static BrowserNewContextOptions Phone =>
        new()
        {
            ViewportSize = new() { Width = 375, Height = 667 },
            DeviceScaleFactor = 2,
            HasTouch = true,
            IsMobile = true,
            JavaScriptEnabled = false,
        };

    public async Task<IPage> VisitAsync(Stack stack, BrowserNewContextOptions device)
    {
        device.BaseURL = stack.Address.ToString();
        return await (await _browser!.NewContextAsync(device)).NewPageAsync();
    }

    /// <summary>Someone who has signed in with the seeded account of a role, by the pages that a person uses.</summary>
    public Task<IPage> SignedInAsync(Stack stack, string role, bool javaScript = true) =>
        SignedInAsync(stack, role, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

    /// <inheritdoc cref="SignedInAsync(Stack, string, bool)"/>
    public async Task<IPage> SignedInAsync(Stack stack, string role, BrowserNewContextOptions device)
    {
        var page = await VisitAsync(stack, device);
        await page.GotoAsync("/sign-in?returnUrl=%2F");
        await page.Locator("#Email").FillAsync($"{role}@childq.example");
        await page.Locator("#Password").FillAsync("Hackney-2022-dev");
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Sign out")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
