using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>Fields that offer <see cref="Choice"/>s.</summary>
public abstract class ChoiceFieldTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    protected HashSet<string> Chosen => [.. ChosenValues()];

    private IEnumerable<string> ChosenValues()
    {
        if (Entry?.RawValue is string[] several)
            return several;
        if (Entry?.AttemptedValue is { } one)
            return [one];
        return For.Model is IEnumerable many and not string ? many.Cast<object>().Select(v => v.ToString() ?? "")
            : Value is { } value ? [value]
            : [];
    }

    /// <summary>Radios and checkboxes are built alike, and differ in type and class.</summary>
    protected TagBuilder Options(string type, string block)
    {
        var chosen = Chosen;
        var list = Html.Tag("div", block, null, ("data-module", block));
        var number = 0;
        foreach (var choice in Choices)
        {
            number++;
            var id = number == 1 ? Id : $"{Id}-{number}";
            var hintId = choice.Hint is null ? null : $"{id}-item-hint";
            var input = Html.Tag(
                "input",
                $"{block}__input",
                null,
                ("id", id),
                ("name", Name),
                ("type", type),
                ("value", choice.Value),
                ("aria-describedby", hintId),
                ("checked", chosen.Contains(choice.Value) ? "checked" : null)
            );
            input.TagRenderMode = TagRenderMode.SelfClosing;
            var hint = choice.Hint is { } text ? Html.Tag("div", $"govuk-hint {block}__hint", text, ("id", hintId)) : null;
            list.With(
                Html.Tag("div", $"{block}__item")
                    .With(input, Html.Tag("label", $"govuk-label {block}__label", choice.Text, ("for", id)), hint)
            );
        }
        return list;
    }
}

/// <summary>One of a few choices.</summary>
[HtmlTargetElement("govuk-radios", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : ChoiceFieldTagHelper
{
    /// <summary>Side by side, for two short choices.</summary>
    public bool Inline { get; set; }

    protected override bool IsGroup => true;

    protected override IHtmlContent Control(string? describedBy)
    {
        var radios = Options("radio", "govuk-radios");
        if (Inline)
            radios.AddCssClass("govuk-radios--inline");
        return radios;
    }
}

/// <summary>Any number of choices.</summary>
[HtmlTargetElement("govuk-checkboxes", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : ChoiceFieldTagHelper
{
    protected override bool IsGroup => true;

    protected override IHtmlContent Control(string? describedBy) => Options("checkbox", "govuk-checkboxes");
}

/// <summary>One of many choices; <c>empty</c> is what stands for none.</summary>
[HtmlTargetElement("govuk-select", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : ChoiceFieldTagHelper
{
    public string? Empty { get; set; }

    protected override IHtmlContent Control(string? describedBy)
    {
        var select = Html.Tag(
            "select",
            "govuk-select" + (Error is null ? "" : " govuk-select--error"),
            null,
            ("id", Id),
            ("name", Name),
            ("aria-describedby", describedBy)
        );
        var chosen = Chosen;
        if (Empty is not null)
            select.With(Html.Tag("option", null, Empty, ("value", "")));
        foreach (var choice in Choices)
            select.With(
                Html.Tag(
                    "option",
                    null,
                    choice.Text,
                    ("value", choice.Value),
                    ("selected", chosen.Contains(choice.Value) ? "selected" : null)
                )
            );
        return select;
    }
}
