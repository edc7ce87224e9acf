using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>
/// What all fields have: a label from the property's <c>[Display]</c>, a hint, the error from the model state, and an id that the error
/// summary links to.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Overrides the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Overrides the property's description.</summary>
    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected string Id => IdOf(Name);
    protected string LabelText => Label ?? For.Metadata.GetDisplayName();
    protected string? HintText => Hint ?? For.Metadata.Description;
    protected string? Error => Entry?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>What was typed, also where it could not be read; else what the property holds.</summary>
    protected string? Value => Entry?.AttemptedValue ?? Text(For.Model);

    protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    /// <summary>True for a field that stands in a fieldset with a legend: several controls, one question.</summary>
    protected virtual bool IsGroup => false;

    protected abstract IHtmlContent Control(string? describedBy);

    /// <summary>The id of the first control of a field, which is where its error links to.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");

        var ids = new[] { HintText is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" };
        var describedBy = string.Join(' ', ids.OfType<string>()) is { Length: > 0 } some ? some : null;
        var inner = new HtmlContentBuilder();
        if (!IsGroup)
            inner.AppendHtml(Html.Tag("label", "govuk-label", LabelText, ("for", Id)));
        if (HintText is { } hint)
            inner.AppendHtml(Html.Tag("div", "govuk-hint", hint, ("id", $"{Id}-hint")));
        if (Error is { } error)
            inner.AppendHtml(ErrorMessage(error));
        inner.AppendHtml(Control(IsGroup ? null : describedBy));
        output.Content.SetHtmlContent(IsGroup ? Fieldset(inner, describedBy) : inner);
    }

    protected virtual string? GroupRole => null;

    private TagBuilder Fieldset(IHtmlContent inner, string? describedBy)
    {
        var fieldset = Html.Tag("fieldset", "govuk-fieldset", null, ("aria-describedby", describedBy), ("role", GroupRole));
        fieldset.InnerHtml.AppendHtml(Html.Tag("legend", "govuk-fieldset__legend", LabelText));
        fieldset.InnerHtml.AppendHtml(inner);
        return fieldset;
    }

    private TagBuilder ErrorMessage(string error)
    {
        var message = Html.Tag("p", "govuk-error-message", null, ("id", $"{Id}-error"));
        message.InnerHtml.AppendHtml(Html.Tag("span", "govuk-visually-hidden", "Error:"));
        message.InnerHtml.Append(" " + error);
        return message;
    }

    private static string? Text(object? model) =>
        model switch
        {
            null => null,
            bool yes => yes ? "true" : "false",
            TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => model.ToString(),
        };
}
