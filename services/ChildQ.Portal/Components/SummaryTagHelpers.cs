using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>Facts of one thing: a key and its value, row by row.</summary>
[HtmlTargetElement("govuk-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One row; <c>value</c> or the element's content. A row without either says "Not stated".</summary>
[HtmlTargetElement("govuk-row", Attributes = "key")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Key { get; set; }
    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-summary-list__row");
        var value = Html.Tag("dd", "govuk-summary-list__value");
        if (Value is null && !content.IsEmptyOrWhiteSpace)
            value.InnerHtml.AppendHtml(content);
        else if (string.IsNullOrWhiteSpace(Value))
            value.With(Html.Tag("span", "childq-quiet", Dates.PlainDates.NotStated));
        else
            value.With(Html.Tag("span", "childq-words", Value));
        output.Content.AppendHtml(Html.Tag("dt", "govuk-summary-list__key", Key));
        output.Content.AppendHtml(value);
    }
}
