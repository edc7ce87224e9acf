using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>One line of text or a number. <c>width</c> is GOV.UK's width in characters (2, 3, 4, 5, 10, 20, 30).</summary>
[HtmlTargetElement("govuk-input", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    public int? Width { get; set; }
    public string? InputMode { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>A time of day as HH:mm, with the browser's own control where it has one.</summary>
    public bool Time { get; set; }

    protected override IHtmlContent Control(string? describedBy)
    {
        var classes =
            "govuk-input" + (Width is { } width ? $" govuk-input--width-{width}" : "") + (Error is null ? "" : " govuk-input--error");
        var input = Html.Tag(
            "input",
            classes,
            null,
            ("id", Id),
            ("name", Name),
            ("type", Time ? "time" : "text"),
            ("value", Value),
            ("inputmode", InputMode),
            ("autocomplete", Autocomplete),
            ("aria-describedby", describedBy)
        );
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("govuk-textarea", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    protected override IHtmlContent Control(string? describedBy) =>
        Html.Tag(
            "textarea",
            "govuk-textarea" + (Error is null ? "" : " govuk-textarea--error"),
            // A browser drops one line break that opens a textarea.
            "\n" + Value,
            ("id", Id),
            ("name", Name),
            ("rows", Rows.ToString(CultureInfo.InvariantCulture)),
            ("aria-describedby", describedBy)
        );
}

/// <summary>A file to send, such as a register as CSV.</summary>
[HtmlTargetElement("govuk-file", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    public string? Accept { get; set; }

    protected override IHtmlContent Control(string? describedBy)
    {
        var input = Html.Tag(
            "input",
            "govuk-file-upload" + (Error is null ? "" : " govuk-file-upload--error"),
            null,
            ("id", Id),
            ("name", Name),
            ("type", "file"),
            ("accept", Accept),
            ("aria-describedby", describedBy)
        );
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
