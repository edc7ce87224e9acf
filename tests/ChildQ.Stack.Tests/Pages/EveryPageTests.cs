using System.Collections.Concurrent;
using System.Diagnostics;
using ChildQ.ServiceDefaults.Access;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>
/// Every page that the Portal has, whoever adds one: reached by links from home, by somebody whose work it is, without JavaScript; accessible;
/// readable on a narrow screen; and linked to for everyone where everyone may read it.
/// </summary>
[Collection(SharedPlan.Name)]
public sealed class EveryPageTests(Stack stack, Browser browser, ITestOutputHelper output)
{
    private const string Anyone = "anyone";

    /// <summary>How many people are on the site at a time.</summary>
    private static readonly ParallelOptions AFew = new() { MaxDegreeOfParallelism = 3 };

    /// <summary>How many pages one of them looks at.</summary>
    private const int AtOneGo = 20;

    /// <summary>Pages to which no link leads, and why. Anything else that no crawl reaches fails.</summary>
    private static readonly Dictionary<string, string> Unlinked = new(StringComparer.Ordinal)
    {
        ["/errors/{code:int}"] = "shown in place of a page that cannot be: PageTests",
        ["/search"] = "a form leads there: PageTests",
    };

    /// <summary>Pages for which the clock has to have worked first, and why. They are looked at where it has.</summary>
    private static readonly Dictionary<string, string> ByTheClock = new(StringComparer.Ordinal)
    {
        ["/police-action-plan/chasers/{id:guid}"] = "a chaser is proposed within five minutes",
        ["/police-action-plan/chasers/{id:guid}/sent"] = "likewise",
        ["/police-action-plan/chasers/{id:guid}/dismissal"] = "likewise",
    };

    /// <summary>Pages that open to anyone, and to which a link leads only once there is something to see.</summary>
    private static readonly string[] OnceThereIs =
    [
        "/police-action-plan/plan/compare", // two ratified versions
        "/police-action-plan/protocols/{id:guid}/compare", // two issued texts
    ];

    private static readonly string[] Everyone = [Anyone, .. Roles.All.Where(r => r != Roles.DataLoader)];
    private readonly PageRoutes _routes = PageRoutes.Read();
    private readonly Reached _reached = new();
    private readonly ConcurrentDictionary<string, IPage> _plain = new(StringComparer.Ordinal);

    [Fact]
    public async Task Every_page_is_reached_by_links_works_without_JavaScript_and_is_accessible()
    {
        var prepared = new Prepared(stack);
        await prepared.SchoolsAsync();
        await prepared.StaffAsync();
        await prepared.EvidenceAsync();
        await prepared.DraftsAsync();
        await prepared.FiguresAsync();
        var meeting = await prepared.MeetingAsync();
        try
        {
            await prepared.PlanAsync();
            await Timed("crawls", () => Parallel.ForEachAsync(Everyone, AFew, async (who, _) => await CrawlAsync(who, "/")));
            await LookAsync();
            await prepared.ConsiderAsync();
            await CrawlAsync(Roles.PolicePlanLead, "/police-action-plan/plan");
            await LookAsync();
            await prepared.PutAsync();
            await CrawlAsync(Roles.CoChairCouncil, "/police-action-plan/plan");
            await LookAsync();
        }
        finally
        {
            await prepared.SendBackAsync();
        }

        await CrawlAsync(Roles.PolicePlanLead, "/police-action-plan/plan");
        // One of many in the list of meetings, which no crawl reads to its end.
        await CrawlAsync(Roles.PolicePlanLead, meeting);
        await LookAsync();
        await Timed("downloads", DownloadsAsync);
        await Timed("what everyone may read", ReadByAnyoneAsync);
        var all = _routes.All.Select(r => r.Template).ToList();
        string[] faults =
        [
            .. _reached.Faults.Distinct(StringComparer.Ordinal),
            .. all.Except([.. _reached.Pages.Keys, .. ByTheClock.Keys, .. Unlinked.Keys], StringComparer.Ordinal)
                .Select(template => $"{template} is not reached by links from anybody's home"),
            .. Unlinked
                .Keys.Intersect(_reached.Pages.Keys, StringComparer.Ordinal)
                .Select(template => $"{template} is linked to after all"),
            .. Unlinked.Keys.Concat(ByTheClock.Keys).Except(all, StringComparer.Ordinal).Select(template => $"{template} is no page"),
        ];
        Assert.True(faults.Length == 0, $"{faults.Length} faults:\n{string.Join('\n', faults)}");
    }

    private async Task CrawlAsync(string who, string from)
    {
        if (!_plain.TryGetValue(who, out var page))
        {
            _plain[who] = page = await OpenAsync(who, javaScript: false);
        }

        await new Crawl(page.APIRequest, who, _routes, _reached).FromAsync(from);
    }

    private readonly HashSet<string> _looked = new(StringComparer.Ordinal);

    /// <summary>Looks at each page once, as whoever reached it first, with JavaScript and styles: axe, errors of the browser, a narrow screen.</summary>
    private Task LookAsync()
    {
        var pages = _reached
            .Pages.Where(p => _looked.Add(p.Key))
            .GroupBy(p => p.Value.Who, p => p.Value.Url, StringComparer.Ordinal)
            .SelectMany(p => p.Chunk(AtOneGo).Select(urls => (Who: p.Key, Urls: urls)))
            .ToList();
        return Timed(
            $"looks at {pages.Sum(p => p.Urls.Length)} pages",
            () => Parallel.ForEachAsync(pages, AFew, async (some, _) => await LookAsync(some.Who, some.Urls))
        );
    }

    private async Task LookAsync(string who, IEnumerable<string> urls)
    {
        var page = await OpenAsync(who, javaScript: true);
        page.Console += (_, message) => _reached.Unless(message.Type != "error", $"{who}: {page.Url} says {message.Text}");
        page.PageError += (_, error) => _reached.Fault($"{who}: {page.Url} fails with {error}");
        foreach (var url in urls)
        {
            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync(url);
            foreach (var fault in await page.FaultsAsync())
            {
                _reached.Fault($"{who}: {fault}");
            }

            await Shots.TakeAsync(page, url, "wide");
            _reached.Unless(await page.FitsIntoAsync(320), $"{who}: {url} scrolls sideways where it is 320 pixels wide");
            await Shots.TakeAsync(page, url, "narrow");
        }

        await page.Context.CloseAsync();
    }

    /// <summary>One of each kind of what pages link to beside pages: files and documents.</summary>
    private async Task DownloadsAsync()
    {
        string[] others = ["/sign-in", "/sign-out", "/docs", "/openapi", "/health"];
        var kinds = _reached
            .Downloads.Where(d => !others.Any(o => d.Key.StartsWith(o, StringComparison.Ordinal)))
            .GroupBy(
                d => string.Join('/', d.Key.Split('?')[0].Split('/').Select(part => Guid.TryParse(part, out var _) ? "{id}" : part)),
                StringComparer.Ordinal
            );
        foreach (var (url, who) in kinds.Select(k => k.First()))
        {
            var answer = await _plain[who].APIRequest.GetAsync(url);
            _reached.Unless(answer.Status == 200, $"{who}: {url} is linked to, and answers {answer.Status}");
        }
    }

    /// <summary>What anyone may read, anyone finds: where a page opens to somebody not signed in, their own crawl has been there.</summary>
    private async Task ReadByAnyoneAsync()
    {
        foreach (
            var (template, (who, url)) in _reached.Pages.Where(p =>
                !_reached.HasBy(p.Key, Anyone) && !OnceThereIs.Contains(p.Key, StringComparer.Ordinal)
            )
        )
        {
            var answer = await _plain[Anyone].APIRequest.GetAsync(url);
            _reached.Unless(answer.Status != 200, $"{template} is for everyone, and only {who} finds it");
        }
    }

    private Task<IPage> OpenAsync(string who, bool javaScript) =>
        who == Anyone ? browser.VisitAsync(stack, javaScript) : browser.SignedInAsync(stack, who, javaScript);

    private async Task Timed(string what, Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0} s");
    }
}
