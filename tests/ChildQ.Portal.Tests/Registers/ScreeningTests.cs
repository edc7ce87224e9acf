using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Registers;

/// <summary>What looks like personal data is shown to its writer, who takes it out or says that it stays.</summary>
public sealed class ScreeningTests : PortalTests
{
    private const string Insights = "/api/community-engagement/insights";
    private const string Page = "/community-engagement/insights/edit";

    private static readonly KeyValuePair<string, string>[] Insight =
    [
        new("Form.Text", "Ms Smith rang 07700 900123"),
        new("Form.Group", "parents"),
        new("Form.Sharing", "councilOnly"),
    ];

    public ScreeningTests(PortalHost portal)
        : base(portal)
    {
        Backend.Answers("GET", "/api/community-engagement/activities", new { items = Array.Empty<object>() });
        Backend.Answers("GET", "/api/community-engagement/themes", new { items = Array.Empty<object>() });
    }

    [Fact]
    public async Task Each_find_is_shown_as_it_was_written()
    {
        Backend.Answers(
            "POST",
            Insights,
            new
            {
                type = "screening/likely-personal-data",
                detail = "This may identify someone.",
                errors = new { text = new[] { "This may identify someone." } },
                finds = new object[]
                {
                    new
                    {
                        kind = "name",
                        start = 3,
                        length = 5,
                    },
                    new
                    {
                        kind = "phone",
                        start = 14,
                        length = 12,
                    },
                },
            },
            422
        );

        var answer = await Portal.As(Roles.EngagementLead).SendFormAsync(Page, Insight, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("<strong>Smith</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>07700 900123</strong>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Confirmed\"", page, StringComparison.Ordinal);
        Assert.Contains("\"confirmed\":false", Backend.Asked.Single(a => a.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_never_kept_is_shown_without_a_way_to_keep_it()
    {
        Backend.Answers(
            "POST",
            Insights,
            new
            {
                type = "screening/never-kept",
                detail = "This may identify someone.",
                errors = new { text = new[] { "This may identify someone." } },
                finds = new object[]
                {
                    new
                    {
                        kind = "dateOfBirth",
                        start = 3,
                        length = 5,
                    },
                },
            },
            422
        );

        var answer = await Portal.As(Roles.EngagementLead).SendFormAsync(Page, Insight, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("<strong>Smith</strong>", page, StringComparison.Ordinal);
        Assert.Contains("never kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Confirmed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_writer_confirms_is_sent_as_confirmed()
    {
        var id = Guid.CreateVersion7();
        Backend.Answers("POST", Insights, new { id }, 201);

        var answer = await Portal.As(Roles.EngagementLead).SendFormAsync(Page, [.. Insight, new("Form.Confirmed", "true")], Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("\"confirmed\":true", Backend.Asked.Single(a => a.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_asks_for_a_confirmation_before_something_is_found()
    {
        var page = await Portal.As(Roles.EngagementLead).GetStringAsync(new Uri(Page, UriKind.Relative), Cancel);

        Assert.DoesNotContain("Form.Confirmed", page, StringComparison.Ordinal);
    }
}
