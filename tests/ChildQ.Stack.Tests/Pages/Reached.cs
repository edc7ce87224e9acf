using System.Collections.Concurrent;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>Which pages all crawls together have reached, by whom first, and what was wrong with them.</summary>
internal sealed class Reached
{
    private readonly ConcurrentDictionary<string, (string Who, string Url)> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _elsewhere = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Template, string Who), string> _by = new();
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>By template: who came there first, and where exactly.</summary>
    public IReadOnlyDictionary<string, (string Who, string Url)> Pages => _pages;

    /// <summary>Links to what is no page of the Portal: downloads, documents, sign-in; each with who found it first.</summary>
    public IReadOnlyDictionary<string, string> Downloads => _elsewhere;

    public IReadOnlyCollection<string> Faults => _faults;

    public bool Has(PageRoute route) => _pages.ContainsKey(route.Template);

    public bool HasBy(string template, string who) => _by.ContainsKey((template, who));

    public void Page(PageRoute route, string who, string url)
    {
        _pages.TryAdd(route.Template, (who, url));
        _by.TryAdd((route.Template, who), url);
    }

    public void Elsewhere(string who, string url) => _elsewhere.TryAdd(url, who);

    public void Fault(string fault) => _faults.Enqueue(fault);

    public void Unless(bool right, string fault)
    {
        if (!right)
        {
            Fault(fault);
        }
    }
}
