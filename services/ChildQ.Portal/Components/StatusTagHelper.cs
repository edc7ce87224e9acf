using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>A status in its own words; the colour helps, and never says anything that the words do not.</summary>
[HtmlTargetElement("status-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : TagHelper
{
    public string? Value { get; set; }

    private static string Colour(string status) =>
        Words.Of(status).ToUpperInvariant() switch
        {
            "DONE" or "HELD" or "MET" or "PUBLISHED" or "ACKNOWLEDGED" or "OPEN" or "ADOPTED" or "INTACT" or "RATIFIED" =>
                "govuk-tag--green",
            "UNDER WAY" or "INTERIM" or "PARTLY MET" or "BOOKED" or "READ" or "PROPOSED TO CLOSE" => "govuk-tag--blue",
            "OVERDUE" or "REFUSED" or "NO ANSWER" or "BROKEN" or "LATE" => "govuk-tag--red",
            "WAITING" or "WAITING LIST" or "AWAITING" or "REVISING" or "AWAITING ACKNOWLEDGEMENT" => "govuk-tag--yellow",
            "SAFE SPACE" or "COUNCIL ONLY" => "govuk-tag--purple",
            _ => "govuk-tag--grey",
        };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (string.IsNullOrEmpty(Value))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag {Colour(Value)}");
        output.Content.SetContent(Words.Of(Value));
    }
}
