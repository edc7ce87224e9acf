using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>
/// Pages are written in plain HTML; where an element says no class of its own, it gets GOV.UK's. So a page reads as what it says, and no
/// paragraph forgets its style.
/// </summary>
[HtmlTargetElement("h1")]
[HtmlTargetElement("h2")]
[HtmlTargetElement("h3")]
[HtmlTargetElement("p")]
[HtmlTargetElement("a")]
[HtmlTargetElement("ul")]
[HtmlTargetElement("ol")]
[HtmlTargetElement("table")]
[HtmlTargetElement("caption")]
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
[HtmlTargetElement("button")]
public sealed class PlainMarkupTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["h1"] = "govuk-heading-l",
        ["h2"] = "govuk-heading-m",
        ["h3"] = "govuk-heading-s",
        ["p"] = "govuk-body",
        ["a"] = "govuk-link",
        ["ul"] = "govuk-list govuk-list--bullet",
        ["ol"] = "govuk-list govuk-list--number",
        ["table"] = "govuk-table",
        ["caption"] = "govuk-table__caption govuk-table__caption--m",
        ["thead"] = "govuk-table__head",
        ["tbody"] = "govuk-table__body",
        ["tr"] = "govuk-table__row",
        ["th"] = "govuk-table__header",
        ["td"] = "govuk-table__cell",
        ["button"] = "govuk-button",
    };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.TagName is null || output.Attributes.ContainsName("class"))
            return;
        output.Attributes.SetAttribute("class", Classes[output.TagName]);
        if (output.TagName == "th" && !output.Attributes.ContainsName("scope"))
            output.Attributes.SetAttribute("scope", "col");
        if (output.TagName == "button")
            output.Attributes.SetAttribute("data-module", "govuk-button");
    }
}
