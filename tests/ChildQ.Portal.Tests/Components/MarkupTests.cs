using ChildQ.Portal.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildQ.Portal.Tests.Components;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("p", "<p class=\"govuk-body\">x</p>")]
    [InlineData("th", "<th class=\"govuk-table__header\" scope=\"col\">x</th>")]
    [InlineData("ul", "<ul class=\"govuk-list govuk-list--bullet\">x</ul>")]
    public void Plain_elements_get_their_class(string tag, string expected)
    {
        var output = new TagHelperOutput(tag, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        output.Content.SetContent("x");

        new PlainMarkupTagHelper().Process(new([], new Dictionary<object, object>(), "test"), output);

        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal(expected, writer.ToString());
    }

    [Fact]
    public async Task An_element_that_names_its_class_keeps_it()
    {
        var html = await Rendered<object>.HtmlAsync(
            new PlainMarkupTagHelper(),
            "p",
            attributes: new TagHelperAttribute("class", "govuk-body-s")
        );

        Assert.Equal("<p class=\"govuk-body-s\"></p>", html);
    }

    [Fact]
    public async Task A_row_without_a_value_says_that_it_is_not_stated()
    {
        var html = await Rendered<object>.HtmlAsync(new SummaryRowTagHelper { Key = "Due" }, "govuk-row");

        Assert.Contains("Not stated", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_holds_markup_is_shown_as_text()
    {
        var html = await Rendered<object>.HtmlAsync(new SummaryRowTagHelper { Key = "Detail", Value = "<script>" }, "govuk-row");

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("underWay", "Under way", "govuk-tag--blue")]
    [InlineData("Overdue", "Overdue", "govuk-tag--red")]
    [InlineData("councilOnly", "Council only", "govuk-tag--purple")]
    [InlineData("something new", "Something new", "govuk-tag--grey")]
    public async Task A_status_is_said_in_words_and_coloured(string value, string words, string colour)
    {
        var html = await Rendered<object>.HtmlAsync(new StatusTagHelper { Value = value }, "status-tag");

        Assert.Equal($"<strong class=\"govuk-tag {colour}\">{words}</strong>", html);
    }

    [Theory]
    [InlineData("police-trust-and-confidence", "Police trust and confidence")]
    [InlineData("NotStarted", "Not started")]
    [InlineData("independentlyFacilitated", "Independently facilitated")]
    [InlineData(null, "")]
    public void Keys_are_said_in_words(string? key, string words) => Assert.Equal(words, Words.Of(key));
}
