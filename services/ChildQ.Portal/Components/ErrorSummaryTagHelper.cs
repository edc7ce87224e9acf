using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>"There is a problem", with each error linked to its field. Nothing while there is none.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.ViewData.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var list = Html.Tag("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, entry) in ViewContext.ViewData.ModelState)
        foreach (var error in entry.Errors)
            list.With(Html.Tag("li", null).With(Linked(name, error.ErrorMessage)));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(
            Html.Tag("div", null, null, ("role", "alert"))
                .With(
                    Html.Tag("h2", "govuk-error-summary__title", "There is a problem"),
                    Html.Tag("div", "govuk-error-summary__body").With(list)
                )
        );
    }

    /// <summary>A rule that no single field broke has no field to link to.</summary>
    private static TagBuilder Linked(string name, string message) =>
        name.Length == 0 ? Html.Tag("span", null, message) : Html.Tag("a", null, message, ("href", "#" + FieldTagHelper.IdOf(name)));
}
