using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>
/// The report's own story (section 2, "Working with the Metropolitan Police"), from the letter of 17 March 2022 to the meeting of 24 June 2022 at
/// which the shared plan was to be ratified, played on through the gateway.
/// </summary>
[Collection(SharedPlan.Name)]
public sealed class PlanStoryTests(Stack stack)
{
    private const string Service = "/api/police-action-plan";
    private const string Versions = $"{Service}/plan/versions";

    [Fact]
    public async Task The_letters_of_March_and_April_stand_as_one_thread_with_what_was_asked_and_promised()
    {
        var letters = await ByReferenceAsync("letters");
        var asks = await ByReferenceAsync("asks");
        var commitments = await ByReferenceAsync("commitments");

        Assert.Equal(("2022-03-17", "2022-03-31"), (letters["PAP-LET-001"].Text("on"), letters["PAP-LET-001"].Text("replyDue")));
        Assert.Equal(("2022-03-31", "PAP-LET-001"), (letters["PAP-LET-002"].Text("on"), letters["PAP-LET-002"].Text("inReplyTo")));
        Assert.Equal(("2022-04-01", "PAP-LET-002"), (letters["PAP-LET-003"].Text("on"), letters["PAP-LET-003"].Text("inReplyTo")));
        Assert.Equal("PAP-LET-001", asks["PAP-ASK-001"].Text("letter"));
        Assert.Contains("shared strategic plan", asks["PAP-ASK-003"].Text("text"), StringComparison.Ordinal);
        Assert.Equal(2, commitments.Values.Count(c => c.Text("letter") == "PAP-LET-002"));
    }

    [Fact]
    public async Task The_plan_is_shaped_considered_and_ratified_by_both_co_chairs_on_the_very_same_words()
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        using var council = await stack.AsAsync(Roles.CoChairCouncil);
        using var police = await stack.AsAsync(Roles.CoChairPolice);
        await ShapedByTheWorkshopsOfAprilAsync(lead);
        var id = await StartAsync(lead);
        await StepAsync(lead, id, "shaping", "2022-06-15", "PAP-MEE-002");
        await StepAsync(lead, id, "consideration", "2022-06-20", null);
        var put = await StepAsync(lead, id, "partnership", "2022-06-24", "PAP-MEE-003");

        var first = await ApproveAsync(council, id, put.Text("contentHash"));
        Assert.Equal(("putToPartnership", Roles.CoChairPolice), (first.Text("stage"), Only(first, "awaitedCoChairs")));

        await ChangeOneCharacterAsync(lead, "PAP-ACT-001");
        var changed = await SendAsync(lead, id, "content", new { why = "One word was put right." });
        Assert.Empty(changed.GetProperty("approvedBy").EnumerateArray());
        Assert.Contains(changed.GetProperty("acts").EnumerateArray(), a => a.Text("kind") == "voided");
        using var stale = await police.PostAsJsonAsync($"{Versions}/{id}/approvals", new { contentHash = put.Text("contentHash") });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("plan/not-this-content", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await ApproveAsync(police, id, changed.Text("contentHash"));
        var ratified = await ApproveAsync(council, id, changed.Text("contentHash"));

        Assert.Equal("ratified", ratified.Text("stage"));
        Assert.Equal("ratified", (await stack.GetAsync($"{Versions}/{id}")).Text("stage")); // public
        await TrackedForEveryoneAsync();
        await ChangeOneCharacterAsync(lead, "PAP-ACT-001");
        using var refused = await RawAsync(lead, id, "content", new { why = "Too late." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await Eventually.TrueAsync(
            async () =>
                (await stack.AllAsync("/api/oversight/timeline?q=shared%20plan")).Any(e =>
                    e.Text("headline").EndsWith("ratified by both co-chairs", StringComparison.Ordinal)
                ),
            "oversight's timeline tells of the ratification"
        );
    }

    /// <summary>
    /// The three workshops of April and the two of senior officers, of which community engagement has told, shaped the plan; its commitment to
    /// align with London's plan is linked to that.
    /// </summary>
    private async Task ShapedByTheWorkshopsOfAprilAsync(HttpClient lead)
    {
        var actions = await ByReferenceAsync("actions");
        await Eventually.TrueAsync(
            async () =>
            {
                var known = (await stack.AllAsync($"{Service}/linkables")).Select(l => l.Text("reference"));
                return !Workshops.Append("PAP-FRA-001").Append("OVS-REC-014").Except(known, StringComparer.Ordinal).Any();
            },
            "the workshops and recommendations can be linked to"
        );
        foreach (var workshop in Workshops)
        {
            await LinkAsync(lead, actions["PAP-ACT-007"], workshop);
        }

        await LinkAsync(lead, actions["PAP-ACT-009"], "PAP-FRA-001");
        using var shown = await lead.PostAsJsonAsync(
            $"{Service}/actions/{actions["PAP-ACT-004"].GetProperty("id").GetGuid()}/evidence",
            new
            {
                what = "The report to scrutiny of 13 June 2022 tells of the three workshops.",
                on = "2022-06-13",
                document = "Child Q Review: Hackney Council Response, section 2",
                sharing = "public",
            }
        );
        await ReadAsync(shown, HttpStatusCode.Created);
        var gaps = await stack.GetAsync($"{Service}/alignment/gaps");
        Assert.Equal(14, gaps.GetProperty("unanswered").GetProperty("count").GetInt32()); // the 14, as their words are not entered yet
    }

    private static readonly string[] Workshops = ["ENG-ACT-001", "ENG-ACT-002", "ENG-ACT-003", "ENG-ACT-004", "ENG-ACT-005"];

    private static async Task LinkAsync(HttpClient lead, JsonElement action, string to)
    {
        using var answer = await lead.PostAsJsonAsync($"{Service}/actions/{action.GetProperty("id").GetGuid()}/links", new { to });
        await ReadAsync(answer, HttpStatusCode.Created);
    }

    private async Task TrackedForEveryoneAsync()
    {
        var tracker = await stack.GetAsync($"{Service}/tracker/ratified?take=200");
        var promises = tracker
            .GetProperty("promises")
            .EnumerateArray()
            .ToDictionary(p => p.GetProperty("promised").Text("reference"), StringComparer.Ordinal);
        Assert.Equal(Workshops, promises["PAP-ACT-007"].GetProperty("shapedBy").EnumerateArray().Select(l => l.Text("to")));
        Assert.Single(promises["PAP-ACT-004"].GetProperty("evidence").EnumerateArray());
    }

    private static string Only(JsonElement of, string name) => Assert.Single(of.GetProperty(name).EnumerateArray()).GetString()!;

    private async Task<Dictionary<string, JsonElement>> ByReferenceAsync(string register) =>
        (await stack.AllAsync($"{Service}/{register}")).ToDictionary(e => e.Text("reference"), StringComparer.Ordinal);

    private static async Task<Guid> StartAsync(HttpClient lead)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Versions)
        {
            Content = JsonContent.Create(new { note = "From the workshops of April 2022." }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await lead.SendAsync(request);
        var started = await ReadAsync(answer, HttpStatusCode.Created);
        return started.GetProperty("id").GetGuid();
    }

    private static Task<JsonElement> StepAsync(HttpClient lead, Guid id, string step, string on, string? meeting) =>
        SendAsync(lead, id, step, new { on, meeting });

    private static async Task<JsonElement> SendAsync(HttpClient lead, Guid id, string step, object body)
    {
        using var answer = await RawAsync(lead, id, step, body);
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> RawAsync(HttpClient lead, Guid id, string step, object body) =>
        lead.TryAsync($"{Versions}/{id}/{step}", body, of: $"{Versions}/{id}");

    private static async Task<JsonElement> ApproveAsync(HttpClient coChair, Guid id, string contentHash)
    {
        using var answer = await coChair.PostAsJsonAsync($"{Versions}/{id}/approvals", new { contentHash });
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Puts a full stop behind the commitment of an action.</summary>
    private async Task ChangeOneCharacterAsync(HttpClient lead, string reference)
    {
        var place = $"{Service}/actions/{(await ByReferenceAsync("actions"))[reference].GetProperty("id").GetGuid()}";
        using var read = await lead.GetAsync(place);
        var action = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        var text = new JsonObject { ["commitment"] = $"{action["commitment"]}." };
        foreach (
            var name in new[]
            {
                "priority",
                "title",
                "ownerOrganisations",
                "outcomeMeasure",
                "baseline",
                "target",
                "start",
                "workstream",
                "source",
                "sharing",
            }
        )
            text[name] = action[name]?.DeepClone();
        using var request = new HttpRequestMessage(HttpMethod.Put, place) { Content = JsonContent.Create(text) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var answer = await lead.SendAsync(request);
        await ReadAsync(answer, HttpStatusCode.OK);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
