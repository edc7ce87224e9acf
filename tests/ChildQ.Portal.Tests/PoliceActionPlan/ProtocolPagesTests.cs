using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.PoliceActionPlan;

/// <summary>A page never lets a draft or interim guidance pass for what is agreed, and sends the hash of the text that was read.</summary>
public sealed class ProtocolPagesTests(PortalHost portal) : PortalTests(portal)
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly string Service = $"/api/police-action-plan/protocols/{Id}";
    private static readonly string Page = $"/police-action-plan/protocols/{Id}";

    [Theory]
    [InlineData(false, false, false, true, "This is a draft. It has not been issued")]
    [InlineData(false, false, false, false, "a later draft has taken its place")]
    [InlineData(true, false, true, true, "This is interim guidance. It is not endorsed")]
    [InlineData(true, false, false, false, "A later text has taken its place")]
    [InlineData(false, true, false, false, "A later version has taken the place of this one")]
    public async Task A_text_says_what_it_is_worth(bool interim, bool published, bool inForce, bool current, string said)
    {
        Backend.Answers("GET", $"{Service}/drafts/1", Text(Draft(1, interim, published, inForce), current));

        var page = await Portal.As(Roles.Councillor).GetStringAsync($"{Page}/drafts/1", Cancel);

        Assert.Contains("govuk-warning-text", page, StringComparison.Ordinal);
        Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_and_in_force_carries_no_warning()
    {
        Backend.Answers("GET", $"{Service}/drafts/1", Text(Draft(1, interim: true, published: true, inForce: true), current: false));

        var page = await Portal.Anonymous().GetStringAsync($"{Page}/drafts/1", Cancel);

        Assert.DoesNotContain("govuk-warning-text", page, StringComparison.Ordinal);
        Assert.Contains("Published, in force", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interim_guidance_and_late_answers_are_marked_on_the_protocols_page()
    {
        Backend.Answers("GET", Service, Protocol(interim: true), etag: "\"1\"");

        var page = await Portal.As(Roles.PolicePlanLead).GetStringAsync(Page, Cancel);

        Assert.Contains("Interim guidance is in force. It is not endorsed", page, StringComparison.Ordinal);
        Assert.Contains("govuk-tag--red\">Late<", page, StringComparison.Ordinal);
        Assert.Contains("An older text: it does not count for the latest.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endorse", "endorsements", "Form.Class", "parents")]
    [InlineData("comment", "comments", "Form.Text", "Which gate?")]
    public async Task What_is_said_of_a_draft_is_sent_with_the_hash_of_the_text_that_was_read(
        string page,
        string act,
        string field,
        string value
    )
    {
        Backend.Answers("GET", Service, Protocol(), etag: "\"1\"");
        Backend.Answers("GET", $"{Service}/comments", new { items = Array.Empty<object>(), next = (string?)null });
        Backend.Answers("POST", $"{Service}/{act}", Protocol());

        var answer = await Portal.As(Roles.CommunityPartner).SendFormAsync($"{Page}/{page}", [KeyValuePair.Create(field, value)], Cancel);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var sent = Backend.Asked.Single(a => a.Method == "POST").Body;
        Assert.Contains("\"draftHash\":\"hash-2\"", sent, StringComparison.Ordinal);
        Assert.Contains(value, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_draft_begins_with_the_words_of_the_last()
    {
        Backend.Answers("GET", Service, Protocol(), etag: "\"1\"");
        Backend.Answers("GET", $"{Service}/drafts/2", Text(Draft(2), current: true));

        var page = await Portal.As(Roles.PolicePlanLead).GetStringAsync($"{Page}/write", Cancel);

        Assert.Contains("Officers are met at the gate.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_stand_side_by_side_with_what_was_taken_out_and_what_was_added()
    {
        Backend.Answers("GET", Service, Protocol());
        Backend.Answers(
            "GET",
            $"{Service}/drafts/comparison",
            new
            {
                from = Draft(1),
                to = Draft(2),
                title = new[] { new { kind = "same", text = "Safer schools officers" } },
                text = new[]
                {
                    new { kind = "same", text = "At the " },
                    new { kind = "removed", text = "gate" },
                    new { kind = "added", text = "door" },
                },
            }
        );

        var page = await Portal.As(Roles.PolicePartner).GetStringAsync($"{Page}/compare", Cancel);

        Assert.Contains("[taken out: </span>gate", page, StringComparison.Ordinal);
        Assert.Contains("[added: </span>door", page, StringComparison.Ordinal);
        Assert.Contains("from=1&to=2", Backend.Asked[^1].Query, StringComparison.Ordinal);
    }

    private static object Text(object draft, bool current) =>
        new
        {
            protocolId = Id,
            reference = "PAP-PRO-001",
            kind = "protocol",
            draft,
            current,
            text = "Officers are met at the gate.",
        };

    private static object Draft(int number, bool interim = false, bool published = false, bool inForce = false) =>
        new
        {
            number,
            versionNumber = 1,
            title = "Safer schools officers",
            hash = $"hash-{number}",
            whatChanged = (string?)null,
            on = "2022-06-14",
            knownOn = "2022-06-14",
            interim,
            published,
            inForce,
            endorsedBy = Array.Empty<string>(),
        };

    private static object Protocol(bool interim = false) =>
        new
        {
            id = Id,
            reference = "PAP-PRO-001",
            title = "Safer schools officers",
            kind = "protocol",
            status = interim ? "interim" : "revising",
            versionNumber = 1,
            interim,
            interimDraft = interim ? 1 : (int?)null,
            currentDraft = 2,
            overdue = false,
            dueDate = new
            {
                firstDue = "2022-08-31",
                due = "2022-08-31",
                moves = Array.Empty<object>(),
            },
            audience = "everySchool",
            stakeholderClasses = new[] { "parents" },
            awaitedClasses = new[] { "parents" },
            workingGroup = Array.Empty<object>(),
            drafts = new[] { Draft(1, interim, inForce: interim), Draft(2) },
            asks = new[]
            {
                new
                {
                    @class = "parents",
                    draft = 2,
                    askedOn = "2022-06-01",
                    answerBy = "2022-06-10",
                    state = "late",
                },
            },
            endorsements = new[]
            {
                new
                {
                    @class = "parents",
                    versionNumber = 1,
                    draft = 1,
                    draftHash = "hash-1",
                    on = "2022-06-01",
                    counts = false,
                },
            },
            stages = Array.Empty<object>(),
            knownOn = "2022-06-13",
            sharing = "public",
        };
}
