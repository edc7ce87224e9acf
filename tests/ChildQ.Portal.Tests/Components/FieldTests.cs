using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Components;

namespace ChildQ.Portal.Tests.Components;

public sealed class FieldTests
{
    private sealed class Letter
    {
        [Display(Name = "What it asks", Description = "One ask, in its own words")]
        public string? Ask { get; set; }

        [Display(Name = "Reply due")]
        public DateOnly? ReplyDue { get; set; }

        [Display(Name = "Status")]
        public string? Status { get; set; }

        [Display(Name = "Asked of")]
        public IReadOnlyList<string> AskedOf { get; set; } = [];
    }

    private readonly Rendered<Letter> _page = new(
        new()
        {
            Ask = "<b>urgent</b> review",
            ReplyDue = new(2022, 3, 31),
            Status = "open",
            AskedOf = ["police", "school"],
        }
    );

    [Fact]
    public async Task A_text_field_has_label_hint_and_encoded_value()
    {
        var html = await Rendered<Letter>.HtmlAsync(
            new InputTagHelper { For = _page.For(l => l.Ask), ViewContext = _page.View },
            "govuk-input"
        );

        Assert.Contains("""<label class="govuk-label" for="Ask">What it asks</label>""", html, StringComparison.Ordinal);
        Assert.Contains("""<div class="govuk-hint" id="Ask-hint">One ask, in its own words</div>""", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Ask-hint\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;urgent&lt;/b&gt; review\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_stands_at_its_field_and_is_read_with_it()
    {
        _page.State.AddModelError("Ask", "Enter what it asks");

        var html = await Rendered<Letter>.HtmlAsync(
            new TextAreaTagHelper { For = _page.For(l => l.Ask), ViewContext = _page.View },
            "govuk-textarea"
        );

        Assert.Contains("govuk-form-group--error", html, StringComparison.Ordinal);
        Assert.Contains("""<p class="govuk-error-message" id="Ask-error">""", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Ask-hint Ask-error\"", html, StringComparison.Ordinal);
        Assert.Contains("govuk-textarea--error", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrongly_is_shown_again()
    {
        _page.State.SetModelValue("ReplyDue.Day", "31", "31");
        _page.State.SetModelValue("ReplyDue.Month", "Febtember", "Febtember");
        _page.State.AddModelError("ReplyDue", "Reply due must be a real date");

        var html = await Rendered<Letter>.HtmlAsync(
            new DateFieldTagHelper { For = _page.For(l => l.ReplyDue), ViewContext = _page.View },
            "govuk-date"
        );

        Assert.Contains("name=\"ReplyDue.Month\" type=\"text\" value=\"Febtember\"", html, StringComparison.Ordinal);
        Assert.Contains("govuk-input--error", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_three_fields_in_a_group_with_a_legend()
    {
        var html = await Rendered<Letter>.HtmlAsync(
            new DateFieldTagHelper { For = _page.For(l => l.ReplyDue), ViewContext = _page.View },
            "govuk-date"
        );

        Assert.Contains("""<legend class="govuk-fieldset__legend">Reply due</legend>""", html, StringComparison.Ordinal);
        Assert.Contains(
            "id=\"ReplyDue\" inputmode=\"numeric\" name=\"ReplyDue.Day\" type=\"text\" value=\"31\"",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"ReplyDue.Month\" type=\"text\" value=\"3\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"ReplyDue.Year\" type=\"text\" value=\"2022\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Radios_mark_the_one_that_is_chosen_and_checkboxes_every_one()
    {
        var radios = await Rendered<Letter>.HtmlAsync(
            new RadiosTagHelper
            {
                For = _page.For(l => l.Status),
                ViewContext = _page.View,
                Choices = Choice.Of("open", "met"),
            },
            "govuk-radios"
        );
        var boxes = await Rendered<Letter>.HtmlAsync(
            new CheckboxesTagHelper
            {
                For = _page.For(l => l.AskedOf),
                ViewContext = _page.View,
                Choices = Choice.Of("police", "council", "school"),
            },
            "govuk-checkboxes"
        );

        Assert.Equal(1, Count(radios, "checked=\"checked\""));
        Assert.Contains(
            "checked=\"checked\" class=\"govuk-radios__input\" id=\"Status\" name=\"Status\" type=\"radio\" value=\"open\"",
            radios,
            StringComparison.Ordinal
        );
        Assert.Equal(2, Count(boxes, "checked=\"checked\""));
        Assert.Contains("id=\"AskedOf-2\"", boxes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_select_offers_its_choices_and_one_that_stands_for_none()
    {
        var html = await Rendered<Letter>.HtmlAsync(
            new SelectTagHelper
            {
                For = _page.For(l => l.Status),
                ViewContext = _page.View,
                Choices = Choice.Of("open", "met"),
                Empty = "Not known",
            },
            "govuk-select"
        );

        Assert.Contains("<option value=\"\">Not known</option>", html, StringComparison.Ordinal);
        Assert.Contains("<option selected=\"selected\" value=\"open\">Open</option>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_summary_links_each_error_to_the_first_control_of_its_field()
    {
        _page.State.AddModelError("ReplyDue", "Reply due must be a real date");
        _page.State.AddModelError("", "Not yet endorsed by: police.");

        var html = await Rendered<Letter>.HtmlAsync(new ErrorSummaryTagHelper { ViewContext = _page.View }, "govuk-error-summary");

        Assert.Contains("There is a problem", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#ReplyDue\">Reply due must be a real date</a>", html, StringComparison.Ordinal);
        Assert.Contains("<li><span>Not yet endorsed by: police.</span></li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_errors_there_is_no_summary() =>
        Assert.Equal("", await Rendered<Letter>.HtmlAsync(new ErrorSummaryTagHelper { ViewContext = _page.View }, "govuk-error-summary"));

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}
