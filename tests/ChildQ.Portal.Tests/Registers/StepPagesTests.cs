using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Registers;

/// <summary>What all lists and forms share, on the pages of the planned steps.</summary>
public sealed class StepPagesTests(PortalHost portal) : PortalTests(portal)
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly string One = $"/api/schools/steps/{Id}";

    private static object Step(string title = "Hackney inclusion charter scoped") =>
        new
        {
            id = Id,
            reference = "SCH-STP-001",
            workstream = "schools",
            kind = "charter",
            title,
            knownOn = "2022-06-13",
            promise = new
            {
                status = "underWay",
                due = "2023-04-30",
                firstDue = "2023-04-01",
                overdue = false,
                progress = Array.Empty<object>(),
                dueDateMoves = Array.Empty<object>(),
            },
        };

    [Fact]
    public async Task A_list_passes_its_filters_on_and_leads_forward_and_back()
    {
        Backend.Answers("GET", "/api/schools/steps", new { items = new[] { Step() }, next = "K2" });

        var page = await GetAsync("/steps/schools?q=charter&asAt.Day=1&asAt.Month=4&asAt.Year=2022&after=K1&trail=0");

        Assert.Contains(
            "?q=charter&asAt=2022-04-01&workstream=schools&after=K1",
            Assert.Single(Backend.Asked).Query,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "href=\"/steps/schools?q=charter&amp;asAt=2022-04-01&amp;after=K2&amp;trail=0.K1\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("href=\"/steps/schools?q=charter&amp;asAt=2022-04-01\" rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/api/schools/steps/export.csv?q=charter&amp;asAt=2022-04-01&amp;workstream=schools\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("As at 1 April 2022", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_in_a_filter_is_said_and_nothing_is_asked()
    {
        var page = await GetAsync("/steps/schools?asAt.Day=31&asAt.Month=2&asAt.Year=2022");

        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Empty(Backend.Asked);
    }

    [Fact]
    public async Task A_moved_due_date_shows_the_first_one_too()
    {
        Backend.Answers("GET", One, Step());

        var page = await GetAsync($"/steps/schools/{Id}");

        Assert.Contains("30 April 2023", page, StringComparison.Ordinal);
        Assert.Contains("first promised for 1 April 2023", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Add progress", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_sends_what_the_service_knows_and_goes_on_to_the_new_thing()
    {
        Backend.Answers("POST", "/api/schools/steps", new { id = Id }, 201);

        var answer = await Portal
            .As(Roles.SchoolsLead)
            .SendFormAsync(
                "/steps/schools/edit",
                [
                    new("Form.Reference", "SCH-STP-009"),
                    new("Form.Title", "A title"),
                    new("Form.Kind", "step"),
                    new("Form.Due.Day", "1"),
                    new("Form.Due.Month", "9"),
                    new("Form.Due.Year", "2022"),
                ],
                Cancel
            );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/steps/schools/{Id}", answer.Headers.Location!.ToString());
        var sent = Backend.Asked.Single(a => a.Method == "POST");
        Assert.Contains("\"due\":\"2022-09-01\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"workstream\":\"schools\"", sent.Body, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(sent.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task A_field_left_empty_is_said_before_anything_is_sent()
    {
        var answer = await Portal.As(Roles.SchoolsLead).SendFormAsync("/steps/schools/edit", [new("Form.Kind", "step")], Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("<a href=\"#Form_Title\">Enter what will be done</a>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Add a step", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Backend.Asked, a => a.Method == "POST");
    }

    [Fact]
    public async Task A_refusal_comes_back_to_the_field_with_what_was_typed()
    {
        Backend.Answers(
            "POST",
            "/api/schools/steps",
            new
            {
                type = "input/too-long",
                detail = "x",
                errors = new { reference = new[] { "Reference must be 40 characters or fewer." } },
            },
            422
        );

        var answer = await Portal
            .As(Roles.SchoolsLead)
            .SendFormAsync(
                "/steps/schools/edit",
                [new("Form.Reference", "LONG"), new("Form.Title", "A title"), new("Form.Kind", "step")],
                Cancel
            );
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("<a href=\"#Form_Reference\">Reference must be 40 characters or fewer.</a>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"LONG\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_somebody_else_was_faster_both_versions_are_shown_and_saving_again_keeps_yours()
    {
        Backend.Answers("GET", One, Step(), etag: "\"1\"");
        Backend.Answers("PUT", One, new { type = "version/changed" }, 412);
        var browser = Portal.As(Roles.SchoolsLead);
        var form = await browser.GetStringAsync(new Uri($"/steps/schools/edit/{Id}", UriKind.Relative), Cancel);
        Backend.Answers("GET", One, Step("Charter lead appointed"), etag: "\"2\"");
        using var mine = new FormUrlEncodedContent([
            .. PageForms.Hidden(form),
            new("Form.Reference", "SCH-STP-001"),
            new("Form.Title", "My own words"),
            new("Form.Kind", "charter"),
        ]);

        var answer = await browser.PostAsync(new Uri($"/steps/schools/edit/{Id}", UriKind.Relative), mine, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("\"1\"", Backend.Asked.Single(a => a.Method == "PUT").Headers.IfMatch);
        Assert.Contains("My own words", page, StringComparison.Ordinal);
        Assert.Contains("Charter lead appointed", page, StringComparison.Ordinal);
        Assert.Contains(PageForms.Hidden(page), h => h is { Key: "ETag", Value: "\"2\"" });
    }

    [Fact]
    public async Task Moving_a_due_date_needs_a_reason()
    {
        Backend.Answers("GET", One, Step(), etag: "\"1\"");

        var answer = await Portal
            .As(Roles.SchoolsLead)
            .SendFormAsync(
                $"/steps/schools/{Id}/due-date",
                [new("Form.To.Day", "1"), new("Form.To.Month", "5"), new("Form.To.Year", "2023")],
                Cancel
            );

        Assert.Contains(
            "<a href=\"#Form_Reason\">Say why it moves</a>",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Backend.Asked, a => a.Method == "POST");
    }

    [Fact]
    public async Task A_due_date_with_its_reason_moves_on_the_version_that_was_read()
    {
        Backend.Answers("GET", One, Step(), etag: "\"1\"");
        Backend.Answers("POST", $"{One}/due-date", Step());

        var answer = await Portal
            .As(Roles.SchoolsLead)
            .SendFormAsync(
                $"/steps/schools/{Id}/due-date",
                [new("Form.To.Day", "1"), new("Form.To.Month", "5"), new("Form.To.Year", "2023"), new("Form.Reason", "The lead left")],
                Cancel
            );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var sent = Backend.Asked.Single(a => a.Method == "POST");
        Assert.Equal("""{"to":"2023-05-01","reason":"The lead left","confirmed":false}""", sent.Body);
        Assert.Equal("\"1\"", sent.Headers.IfMatch);
    }

    private async Task<string> GetAsync(string address) =>
        await Portal.Anonymous().GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
}
