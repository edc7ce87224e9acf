using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Components;

/// <summary>Words set apart from the rest.</summary>
[HtmlTargetElement("govuk-inset")]
public sealed class InsetTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary>What somebody must know before they go on.</summary>
[HtmlTargetElement("govuk-warning")]
public sealed class WarningTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-warning-text");
        output.Content.AppendHtml(Html.Tag("span", "govuk-warning-text__icon", "!", ("aria-hidden", "true")));
        var text = Html.Tag("strong", "govuk-warning-text__text").With(Html.Tag("span", "govuk-visually-hidden", "Warning"));
        text.InnerHtml.Append(" ");
        text.InnerHtml.AppendHtml(content);
        output.Content.AppendHtml(text);
    }
}

/// <summary>A banner above the page: what was just done, or something of note.</summary>
[HtmlTargetElement("govuk-notification")]
public sealed class NotificationTagHelper : TagHelper
{
    public bool Success { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-notification-banner" + (Success ? " govuk-notification-banner--success" : ""));
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", "notification-title");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        var title = Html.Tag("h2", "govuk-notification-banner__title", Success ? "Success" : "Important", ("id", "notification-title"));
        var heading = Html.Tag("p", "govuk-notification-banner__heading");
        heading.InnerHtml.AppendHtml(content);
        output.Content.AppendHtml(Html.Tag("div", "govuk-notification-banner__header").With(title));
        output.Content.AppendHtml(Html.Tag("div", "govuk-notification-banner__content").With(heading));
    }
}

/// <summary>A list of things to do, each with its state.</summary>
[HtmlTargetElement("govuk-tasks")]
public sealed class TasksTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

/// <summary>One thing to do: a link, a hint (when it is due), a status.</summary>
[HtmlTargetElement("govuk-task", Attributes = "href,text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskTagHelper : TagHelper
{
    public required string Href { get; set; }
    public required string Text { get; set; }
    public string? Hint { get; set; }

    /// <summary>The status in words; late things are shown as such.</summary>
    public string? Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-task-list__item govuk-task-list__item--with-link");
        var statusId = $"task-{context.UniqueId}-status";
        var link = Html.Tag("a", "govuk-link govuk-task-list__link", Text, ("href", Href), ("aria-describedby", statusId));
        var hint = Hint is null ? null : Html.Tag("div", "govuk-task-list__hint", Hint);
        output.Content.AppendHtml(Html.Tag("div", "govuk-task-list__name-and-hint").With(link, hint));
        var late = Status == "Overdue";
        var status = late ? Html.Tag("strong", "govuk-tag govuk-tag--red", Status) : Html.Tag("span", null, Words.Of(Status));
        output.Content.AppendHtml(Html.Tag("div", "govuk-task-list__status", null, ("id", statusId)).With(status));
    }
}
