using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>Markup that is safe to send. It can only be made from a literal, into which every value goes encoded.</summary>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty => default;

    /// <summary><c>Html.Of($"&lt;td&gt;{name}&lt;/td&gt;")</c>: the name is encoded, a nested <see cref="Html"/> is not.</summary>
    public static Html Of(HtmlText text) => new(text.ToString());

    /// <summary>The markup of each item, one after another.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> markup)
    {
        var all = new StringBuilder();
        foreach (var item in items)
        {
            all.Append(markup(item)._markup);
        }
        return new Html(all.ToString());
    }

    public static Html When(bool condition, Func<Html> markup) => condition ? markup() : Empty;

    public override string ToString() => _markup ?? "";
}

/// <summary>Encodes whatever is put into the holes of an interpolated string.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html html) => _text.Append(html.ToString());

    public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted<T>(T value)
        where T : IFormattable => AppendFormatted(value, format: null);

    public void AppendFormatted<T>(T value, string? format)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
