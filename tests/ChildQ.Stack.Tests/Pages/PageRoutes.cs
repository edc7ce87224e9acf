using System.Text.RegularExpressions;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>The address of one page of the Portal as its <c>@page</c> says it: <c>/police-action-plan/actions/{id:guid}</c>.</summary>
public sealed record PageRoute(string Template, Regex Pattern)
{
    /// <summary>
    /// Whether the page belongs to the entry that another page shows or is about: <c>/actions/{id}/progress</c> to that of <c>/actions/{id}</c> and
    /// of <c>/actions/{id}/notes</c>; and every page beneath <c>/actions</c> to the list.
    /// </summary>
    public bool IsOfSameEntry(PageRoute other) => Template.StartsWith($"{other.Entry}/", StringComparison.Ordinal);

    /// <summary>The address up to the last id in it; the whole of one that has none.</summary>
    private string Entry { get; } = Template[..(Template.LastIndexOf('}') + 1)] is { Length: > 0 } entry ? entry : Template.TrimEnd('/');
}

/// <summary>Every page that the Portal has, read from its source, so that a new one is known without anybody saying so.</summary>
public sealed partial class PageRoutes
{
    private PageRoutes(IReadOnlyList<PageRoute> all) => All = all;

    /// <summary>Those with the most fixed parts first: <c>/voice/record</c> before <c>/voice/{id}</c>.</summary>
    public IReadOnlyList<PageRoute> All { get; }

    public static PageRoutes Read()
    {
        var pages = Path.Combine(Root(), "services", "ChildQ.Portal", "Pages");
        return new([
            .. Directory
                .EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories)
                .SelectMany(file => TemplateOf(file, pages) is { } template ? new[] { new PageRoute(template, PatternOf(template)) } : [])
                .OrderBy(route => route.Template.Count(c => c == '{'))
                .ThenBy(route => route.Template, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The page at an address, without its query; null where no page of the Portal has it.</summary>
    public PageRoute? At(string path) => All.FirstOrDefault(route => route.Pattern.IsMatch(path));

    private static string? TemplateOf(string file, string pages)
    {
        var directive = Directive().Match(File.ReadAllText(file));
        if (!directive.Success)
        {
            return null;
        }

        var given = directive.Groups["template"].Value;
        if (given.StartsWith('/'))
        {
            return given;
        }

        var folder = Path.GetRelativePath(pages, Path.ChangeExtension(file, null)).Replace(Path.DirectorySeparatorChar, '/');
        var place = WordStart().Replace(folder, "-").ToLowerInvariant();
        place =
            place == "index" ? ""
            : place.EndsWith("/index", StringComparison.Ordinal) ? place[..^"/index".Length]
            : place;
        return $"/{place}{(given.Length > 0 ? $"/{given}" : "")}";
    }

    private static Regex PatternOf(string template) =>
        new(
            $"^{string.Concat(template.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(PatternOfPart))}/?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        );

    private static string PatternOfPart(string part)
    {
        if (!part.StartsWith('{'))
        {
            return $"/{Regex.Escape(part)}";
        }

        var one =
            part.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}"
            : part.Contains(":int", StringComparison.Ordinal) ? "[0-9]+"
            : "[^/]+";
        return part.EndsWith("?}", StringComparison.Ordinal) ? $"(/{one})?" : $"/{one}";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChildQ.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(
        """^@page[ \t]*("(?<template>[^"]*)")?""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Directive();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
