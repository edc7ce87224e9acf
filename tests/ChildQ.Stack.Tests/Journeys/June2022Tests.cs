using System.Text.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>What stands there after the first run: the real response of June 2022.</summary>
public sealed class June2022Tests(Stack stack)
{
    [Theory]
    [InlineData(Roles.PolicePlanLead, "/api/police-action-plan/actions", 21)]
    [InlineData(Roles.SchoolsLead, "/api/schools/steps", 48)]
    [InlineData(Roles.SchoolsLead, "/api/schools/training", 11)]
    [InlineData(Roles.StaffLead, "/api/staff-support/sessions", 6)]
    [InlineData(Roles.EngagementLead, "/api/community-engagement/activities", 16)]
    [InlineData(Roles.Oversight, "/api/oversight/recommendations", 14)]
    public async Task Each_lead_finds_their_real_items(string role, string path, int count)
    {
        using var lead = await stack.AsAsync(role);

        // As at the report's date: other tests add to the same registers today.
        Assert.Equal(count, (await stack.AllAsync($"{path}?asAt=2022-06-13", lead)).Count);
    }

    /// <summary>"The Director of Education wrote to secondary schools with interim guidance on police in schools."</summary>
    [Fact]
    public async Task The_interim_guidance_went_to_secondary_schools_only()
    {
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        var schools = await stack.AllAsync("/api/schools/schools?status=open", lead);
        var secondary = schools.Where(s => s.Text("phase") is "Secondary" or "All-through").Select(s => s.GetProperty("urn").GetInt32());

        var owed = await Eventually.IsAsync(
            async () => (await stack.AllAsync("/api/schools/guidance/receipts", lead)).Where(r => r.Text("reference") == "PAP-PRO-003"),
            found => found.Count() >= 18,
            "receipts for the interim guidance"
        );

        Assert.Equal(secondary.Order(), owed.Select(r => r.GetProperty("urn").GetInt32()).Order());
    }

    [Fact]
    public async Task The_timeline_runs_in_date_order_from_14_March_2022()
    {
        var entries = await FullTimelineAsync("from=2022-03-14");

        var placed = entries.Select(PlacedOn).ToList();
        Assert.Equal(placed.Order(StringComparer.Ordinal), placed);
        Assert.Equal("2022-03-14", placed[0]);
        foreach (
            var day in new[]
            {
                "2022-03-17",
                "2022-03-18",
                "2022-03-31",
                "2022-04-01",
                "2022-05-20",
                "2022-05-27",
                "2022-06-15",
                "2022-06-24",
            }
        )
        {
            Assert.Contains(day, placed);
        }
    }

    [Fact]
    public async Task As_at_1_April_2022_nothing_later_is_known()
    {
        await FullTimelineAsync("");

        var then = await stack.AllAsync("/api/oversight/timeline?asAt=2022-04-01");

        Assert.NotEmpty(then);
        Assert.All(then, e => Assert.True(string.CompareOrdinal(e.GetProperty("knownOn").GetString(), "2022-04-01") <= 0));
        Assert.All(then, e => Assert.True(string.CompareOrdinal(e.GetProperty("on").GetString() ?? "", "2022-04-01") <= 0));
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        using var loader = await stack.AsAsync(Roles.Oversight);
        var milestones = await loader.GetByteArrayAsync("/api/oversight/milestones/export.csv");
        using var csv = new ByteArrayContent(milestones);
        csv.Headers.ContentType = new("text/csv");

        var answer = await loader.PostAsync("/api/oversight/milestones/import?dryRun=false", csv);

        var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(13, report.GetProperty("unchanged").GetInt32());
        Assert.Equal(0, report.GetProperty("created").GetInt32() + report.GetProperty("updated").GetInt32());
    }

    private static string PlacedOn(JsonElement entry) => entry.GetProperty("on").GetString() ?? entry.GetProperty("knownOn").GetString()!;

    /// <summary>The events travel: the timeline is full when every milestone, letter and meeting of the registers is on it.</summary>
    private async Task<IReadOnlyList<JsonElement>> FullTimelineAsync(string query)
    {
        string[] told =
        [
            "/api/oversight/milestones",
            "/api/police-action-plan/letters",
            "/api/police-action-plan/meetings",
            "/api/police-action-plan/actions",
        ];
        HashSet<string> expected = new(StringComparer.Ordinal);
        foreach (var register in told)
        {
            expected.UnionWith((await stack.AllAsync(register)).Select(e => e.GetProperty("reference").GetString()!));
        }

        await Eventually.IsAsync(
            async () =>
                (await stack.AllAsync("/api/oversight/timeline"))
                    .Select(e => e.GetProperty("reference").GetString()!)
                    .ToHashSet(StringComparer.Ordinal),
            expected.IsSubsetOf,
            "every milestone, letter, meeting and action is on the timeline"
        );
        return await stack.AllAsync($"/api/oversight/timeline?{query}");
    }
}
