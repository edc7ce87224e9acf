using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>A date as day, month and year, read back by <see cref="Dates.DateInputBinder"/>.</summary>
[HtmlTargetElement("govuk-date", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    protected override bool IsGroup => true;
    protected override string? GroupRole => "group";

    protected override IHtmlContent Control(string? describedBy)
    {
        var date = For.Model as DateOnly?;
        return Html.Tag("div", "govuk-date-input")
            .With(Part("Day", date?.Day, 2, Id), Part("Month", date?.Month, 2, $"{Id}_Month"), Part("Year", date?.Year, 4, $"{Id}_Year"));
    }

    private TagBuilder Part(string part, int? number, int width, string id)
    {
        var name = $"{Name}.{part}";
        var typed = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;
        var input = Html.Tag(
            "input",
            $"govuk-input govuk-date-input__input govuk-input--width-{width}" + (Error is null ? "" : " govuk-input--error"),
            null,
            ("id", id),
            ("name", name),
            ("type", "text"),
            ("inputmode", "numeric"),
            ("value", typed ?? number?.ToString(CultureInfo.InvariantCulture))
        );
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var group = Html.Tag("div", "govuk-form-group")
            .With(Html.Tag("label", "govuk-label govuk-date-input__label", part, ("for", id)), input);
        return Html.Tag("div", "govuk-date-input__item").With(group);
    }
}
