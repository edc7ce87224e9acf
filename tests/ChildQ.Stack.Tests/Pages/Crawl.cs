using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>
/// One person goes through the site from home by the links there are, and reads the pages as they are sent, as whoever has no JavaScript does: one
/// page for each route; another one of a route only while a page of the same entry, or beneath it, has not been reached.
/// </summary>
internal sealed class Crawl(IAPIRequestContext site, string who, PageRoutes routes, Reached reached)
{
    private const string Site = "Hackney: Child Q response";
    private const int MostOfOneRoute = 30;

    private readonly Queue<string> _next = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<PageRoute, int> _visits = [];
    private readonly Dictionary<PageRoute, Queue<string>> _more = [];
    private readonly Dictionary<string, PageRoute> _titles = new(StringComparer.Ordinal);

    public async Task FromAsync(string start)
    {
        Find(start);
        for (var url = Next(); url is not null; url = Next())
        {
            await VisitAsync(url, routes.At(PathOf(url))!);
        }
    }

    private string? Next()
    {
        if (_next.TryDequeue(out var url))
        {
            return url;
        }

        var wanted = _more.FirstOrDefault(m =>
            m.Value.Count > 0 && _visits[m.Key] < MostOfOneRoute && routes.All.Any(r => r.IsOfSameEntry(m.Key) && !reached.Has(r))
        );
        return wanted.Value?.Dequeue();
    }

    private async Task VisitAsync(string url, PageRoute route)
    {
        _visits[route] = _visits.GetValueOrDefault(route) + 1;
        var answer = await site.GetAsync(url);
        if (answer.Status != 200)
        {
            reached.Fault($"{who}: {url} is linked to, and answers {answer.Status}");
            return;
        }

        reached.Page(route, who, url);
        var seen = PageSeen.In(await answer.TextAsync());
        await answer.DisposeAsync();
        Check(seen, url, route);
        foreach (var link in seen.Links)
        {
            Find(link, url);
        }
    }

    private void Check(PageSeen seen, string url, PageRoute route)
    {
        var named = seen.Title.EndsWith($" - {Site}", StringComparison.Ordinal) || (seen.Title == Site && route.Template == "/");
        reached.Unless(named, $"{who}: the title of {url} is '{seen.Title}'");
        reached.Unless(seen.Headings.Count == 1 && seen.Headings[0].Length > 0, $"{who}: {url} has {seen.Headings.Count} first headings");
        reached.Unless(seen.Language == "en-GB", $"{who}: {url} does not say its language");
        reached.Unless(seen.Buttonless == 0, $"{who}: a form of {url} cannot be sent without JavaScript");
        var first = _titles.TryAdd($"{seen.Title} ({seen.Way})", route) ? route : _titles[$"{seen.Title} ({seen.Way})"];
        reached.Unless(first == route, $"{who}: {url} has the same title and way as {first.Template}: {seen.Title} ({seen.Way})");
    }

    private void Find(string link, string? on = null)
    {
        if (link.Length == 0 || link.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || link == "#")
        {
            reached.Fault($"{who}: a link of {on} goes nowhere without JavaScript");
            return;
        }

        var here = new Uri(new Uri("http://site"), on ?? "/");
        var to = new Uri(here, link);
        var url = to.PathAndQuery;
        if (to.Host != here.Host || !_known.Add(url))
        {
            return;
        }

        if (routes.At(PathOf(url)) is not { } route)
        {
            reached.Elsewhere(who, url);
        }
        else if (_visits.TryAdd(route, 0))
        {
            _next.Enqueue(url);
        }
        else
        {
            (_more.TryGetValue(route, out var more) ? more : _more[route] = new()).Enqueue(url);
        }
    }

    private static string PathOf(string url) => url.Split('?')[0];
}
