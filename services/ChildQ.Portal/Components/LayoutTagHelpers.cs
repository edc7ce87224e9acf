using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>A table that scrolls by itself where it is wide, with a caption; or, without rows, the sentence that says so.</summary>
[HtmlTargetElement("rows", Attributes = "caption,count")]
public sealed class RowsTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>How many rows there are; with none, <see cref="Empty"/> stands in their place.</summary>
    public required int Count { get; set; }

    public string Empty { get; set; } = "Nothing to show.";

    /// <summary>Whether the caption is seen, or only read out because a heading says the same.</summary>
    public bool ShowCaption { get; set; }

    /// <summary>For a table of many rows that is to be looked over as a whole.</summary>
    public bool Compact { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Count == 0)
        {
            output.TagName = "p";
            output.Attributes.SetAttribute("class", "govuk-body");
            output.Content.SetContent(Empty);
            return;
        }
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "childq-scroll");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        var table = Html.Tag("table", Compact ? "govuk-table childq-compact" : "govuk-table")
            .With(Html.Tag("caption", ShowCaption ? "govuk-table__caption govuk-table__caption--m" : "govuk-visually-hidden", Caption));
        table.InnerHtml.AppendHtml(content);
        output.Content.SetHtmlContent(table);
    }
}

/// <summary>A link that looks like the button it is: to a page where something is done.</summary>
[HtmlTargetElement("button-link", Attributes = "href")]
public sealed class ButtonLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    /// <summary>For what is not the main thing to do here.</summary>
    public bool Secondary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("role", "button");
        output.Attributes.SetAttribute("draggable", "false");
        output.Attributes.SetAttribute("class", "govuk-button" + (Secondary ? " govuk-button--secondary" : ""));
        output.Attributes.SetAttribute("data-module", "govuk-button");
    }
}
