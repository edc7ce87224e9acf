using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ChildQ.Portal.Shell;

/// <summary>A page's title and the way to it.</summary>
public static class Crumbs
{
    private const string Key = "Crumbs";

    /// <param name="view">The page's view data.</param>
    /// <param name="title">The page's name: its title and, mostly, its heading.</param>
    /// <param name="way">The pages above it, from the top, without "Home".</param>
    public static void Title(this ViewDataDictionary view, string title, params IReadOnlyList<(string Text, string Href)> way)
    {
        ArgumentNullException.ThrowIfNull(view);
        view["Title"] = title;
        view[Key] = way;
    }

    /// <summary>For a page that is one form: what it is about, and what its button says.</summary>
    public static void Form(this ViewDataDictionary view, string? caption = null, string button = "Save")
    {
        ArgumentNullException.ThrowIfNull(view);
        view["Caption"] = caption;
        view["Button"] = button;
    }

    public static IReadOnlyList<(string Text, string Href)>? Way(this ViewDataDictionary view) =>
        view?[Key] as IReadOnlyList<(string Text, string Href)>;
}
