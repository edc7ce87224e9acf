using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Schools;

/// <summary>A school's receipt shows which text it is for, and is acknowledged by the headteacher only, while it is in force.</summary>
public sealed class GuidancePagesTests(PortalHost portal) : PortalTests(portal)
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Protocol = Guid.CreateVersion7();
    private static readonly string Service = $"/api/schools/guidance/receipts/{Id}";
    private static readonly string Page = $"/schools/guidance/receipts/{Id}";

    [Fact]
    public async Task Interim_guidance_is_never_shown_without_that_word()
    {
        Backend.Answers("GET", Service, Receipt(interim: true));

        var page = await Portal.As(Roles.School, 100_001).GetStringAsync(Page, Cancel);

        Assert.Contains("Searches, interim guidance, version 1", page, StringComparison.Ordinal);
        Assert.Contains("This is interim guidance. It is not endorsed", page, StringComparison.Ordinal);
        Assert.Contains($"/police-action-plan/protocols/{Protocol}/drafts/3", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_superseded_is_not_offered_to_acknowledge_and_says_so()
    {
        Backend.Answers("GET", Service, Receipt(superseded: true));

        var page = await Portal.As(Roles.School, 100_001).GetStringAsync(Page, Cancel);

        Assert.DoesNotContain($"{Page}/acknowledge", page, StringComparison.Ordinal);
        Assert.Contains("A later version took the place of this one on 15 June 2022", page, StringComparison.Ordinal);
        Assert.Contains("/schools/guidance/receipts?inForce=true", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, 0)]
    [InlineData("true", HttpStatusCode.Found, 1)]
    public async Task Who_acknowledges_says_that_they_are_the_headteacher(string said, HttpStatusCode expected, int sent)
    {
        Backend.Answers("GET", Service, Receipt(), etag: "\"1\"");
        Backend.Answers("POST", $"{Service}/acknowledgement", Receipt());

        var answer = await Portal
            .As(Roles.School, 100_001)
            .SendFormAsync($"{Page}/acknowledge", said.Length == 0 ? [] : [KeyValuePair.Create("Form.IsHeadteacher", said)], Cancel);

        Assert.Equal(expected, answer.StatusCode);
        var posts = Backend.Asked.Where(a => a.Method == "POST").ToList();
        Assert.Equal(sent, posts.Count);
        Assert.All(posts, p => Assert.Contains("\"as\":\"headteacher\"", p.Body, StringComparison.Ordinal));
    }

    private static object Receipt(bool interim = false, bool superseded = false) =>
        new
        {
            id = Id,
            guidanceId = Guid.CreateVersion7(),
            protocolId = Protocol,
            version = 1,
            draft = 3,
            contentHash = "hash-3",
            interim,
            reference = "PAP-PRO-001",
            title = "Searches",
            kind = "Guidance",
            publishedOn = "2022-06-14",
            inForce = !superseded,
            supersededOn = superseded ? "2022-06-15" : null,
            schoolId = Guid.CreateVersion7(),
            urn = 100_001,
            school = "Sample School",
            state = "awaiting",
            awaitingSince = "2022-06-14",
        };
}
