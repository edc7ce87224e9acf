using System.Net;
using System.Text.Json;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>What every register does alike, seen on each of them.</summary>
public sealed class RegisterSliceTests(LoadedHost loaded) : IClassFixture<LoadedHost>, IDisposable
{
    private readonly PoliceActionPlanHost _host = loaded.Host;
    private readonly HttpClient _lead = loaded.Host.Lead();

    public static TheoryData<string> Registers => [.. June2022.Registers];

    public void Dispose() => _lead.Dispose();

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Anyone_reads_what_is_public_and_nobody_but_the_lead_writes(string register)
    {
        using var anyone = _host.Anonymous();
        using var police = _host.Police();
        var first = (await anyone.ListAsync<JsonElement>($"/{register}"))[0];
        var path = $"/{register}/{first.GetProperty("id").GetGuid()}";

        Assert.Equal(
            first.GetProperty("reference").GetString(),
            (await anyone.ReadAsync<JsonElement>(path)).GetProperty("reference").GetString()
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.PostAsync($"/{register}", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.PutAsync(path, new { }, await anyone.ETagAsync(path))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync($"/{register}", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PutAsync(path, new { }, await police.ETagAsync(path))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task A_change_says_which_version_it_changes(string register)
    {
        var first = (await _lead.ListAsync<JsonElement>($"/{register}"))[0];
        var path = $"/{register}/{first.GetProperty("id").GetGuid()}";

        Assert.Equal("version/required", (await _lead.PutAsync(path, Nothing(register), null).ProblemAsync((HttpStatusCode)428)).Type);
        Assert.Equal(
            "version/changed",
            (await _lead.PutAsync(path, Nothing(register), "\"1\"").ProblemAsync(HttpStatusCode.PreconditionFailed)).Type
        );
        Assert.Equal(
            "not-found",
            (await _lead.PutAsync($"/{register}/{Guid.NewGuid()}", Nothing(register), "\"1\"").ProblemAsync(HttpStatusCode.NotFound)).Type
        );
        await _lead.PutAsync(path, Nothing(register), await _lead.ETagAsync(path)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task An_empty_entry_is_refused_and_not_kept(string register)
    {
        var before = (await _lead.ListAsync<JsonElement>($"/{register}?take=200")).Count;

        await _lead.PostAsync($"/{register}", Nothing(register)).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(before, (await _lead.ListAsync<JsonElement>($"/{register}?take=200")).Count);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_hold_every_entry_once(string register)
    {
        var all = (await _lead.ListAsync<JsonElement>($"/{register}?take=200"))
            .Select(e => e.GetProperty("reference").GetString()!)
            .ToList();
        var paged = new List<string>();

        for (string? after = ""; after is not null; )
        {
            var page = await _lead.ReadAsync<JsonElement>($"/{register}?take=2{(after.Length == 0 ? "" : $"&after={after}")}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("reference").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(all, paged);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task A_body_does_not_in_the_end_report_to_itself()
    {
        // The Community Resilience Partnership (006) reports to the Community Safety Partnership (005).
        var safety = (await _lead.ListAsync<BodyView>("/bodies")).Single(b => b.Reference == "PAP-BOD-005");

        var problem = await _lead
            .ActAsync(HttpMethod.Put, $"/bodies/{safety.Id}", "", A.Body(null) with { ReportsTo = "PAP-BOD-006" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("body/reports-to-itself", problem.Type);
    }

    [Fact]
    public async Task A_planned_meeting_is_recorded_as_held_and_as_at_the_day_before_still_planned()
    {
        var meeting = (await _lead.ListAsync<MeetingView>("/meetings?status=planned")).Single(m => m.Reference == "PAP-MEE-009");
        var path = $"/meetings/{meeting.Id}";

        var held = await _lead
            .ActAsync(path, "/held", new HoldMeeting(null, "The report was received.", null, null))
            .ReadAsync<MeetingView>();

        Assert.Equal((MeetingStatus.Held, "The report was received."), (held.Status, held.Outcome));
        Assert.Single(await _lead.ListAsync<MeetingView>("/meetings?status=held&q=Scrutiny"));
        Assert.Empty(await _lead.ListAsync<MeetingView>("/meetings?status=held&q=Scrutiny&asAt=2022-06-12"));
    }

    [Fact]
    public async Task The_tracker_is_the_same_for_everyone_and_shows_no_draft()
    {
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority("PRI-DRAFT") with { Sharing = null });
        await _lead.PostAsync("/actions", A.Action("ACT-DRAFT") with { Sharing = null, Priority = "PRI-DRAFT" });
        using var anyone = _host.Anonymous();

        var seen = await (await anyone.SeeAsync("/tracker")).Content.ReadAsStringAsync();

        Assert.Equal(seen, await (await _lead.SeeAsync("/tracker")).Content.ReadAsStringAsync());
        Assert.DoesNotContain("DRAFT", seen);
        Assert.Contains("PAP-ACT-021", seen);
    }

    [Fact]
    public async Task The_tracker_groups_a_public_action_of_a_draft_priority_without_naming_it()
    {
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority("PRI-NOT-PUBLIC") with { Sharing = null });
        await _lead.PostAsync("/actions", A.Action("ACT-1") with { Priority = "PRI-NOT-PUBLIC" });
        using var anyone = _host.Anonymous();

        var last = (await anyone.ReadAsync<TrackerView>("/tracker")).Priorities[^1];

        Assert.Equal((null, null), (last.Reference, last.Title));
        Assert.Equal(new TrackerCounts(1, 1, 0, 0, 0, 1), last.Counts);
    }

    [Fact]
    public void Every_endpoint_states_who_may_call_it()
    {
        var silent = _host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null)
            .Select(e => e.RoutePattern.RawText);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task The_document_of_the_API_names_every_register_and_who_may_write()
    {
        using var anyone = _host.Anonymous();

        var paths = (await anyone.ReadAsync<JsonElement>("/openapi.json")).GetProperty("paths");

        foreach (var register in June2022.Registers)
        {
            var post = paths.GetProperty($"/api/police-action-plan/{register}").GetProperty("post");
            Assert.Equal("police-plan-lead", Assert.Single(post.GetProperty("x-roles").EnumerateArray()).GetString());
        }
    }

    [Fact]
    public async Task Everything_that_changed_is_in_an_intact_audit_chain()
    {
        using var operations = _host.As(Roles.Operations);

        var chain = await operations.ReadAsync<JsonElement>("/operations/audit-chain");

        Assert.True(chain.GetProperty("intact").GetBoolean());
        Assert.True(chain.GetProperty("entries").GetInt64() >= 67);
    }

    /// <summary>An entry that says nothing; a body's cadence cannot be left out.</summary>
    private static object Nothing(string register) => register == "bodies" ? new { cadence = "monthly" } : new { };
}
