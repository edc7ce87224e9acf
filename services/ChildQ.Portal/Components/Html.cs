using Microsoft.AspNetCore.Mvc.Rendering;

namespace ChildQ.Portal.Components;

internal static class Html
{
    /// <summary>An element with a class, encoded text and those attributes that have a value.</summary>
    public static TagBuilder Tag(string name, string? cssClass, string? text = null, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
            tag.Attributes["class"] = cssClass;
        foreach (var (attribute, value) in attributes.Where(a => a.Value is not null))
            tag.Attributes[attribute] = value;
        if (text is not null)
            tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, params TagBuilder?[] children)
    {
        foreach (var child in children.OfType<TagBuilder>())
            tag.InnerHtml.AppendHtml(child);
        return tag;
    }
}
