using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>A protocol's publication, through every part: gateway, police action planning, broker, schools, oversight.</summary>
public sealed class PublicationTests(Stack stack)
{
    [Fact]
    public async Task Every_open_school_has_its_receipt_and_the_whole_way_is_one_trace()
    {
        var schools = (await OpenSchoolsAsync()).Count;
        var id = await stack.PublishGuidanceAsync("Sent to every school");

        var receipts = await ReceiptsAsync(id, schools);

        Assert.Equal(schools, receipts.Select(r => r.GetProperty("urn").GetInt32()).Distinct().Count());
        await OnTimelineAsync(id);
        using var dashboard = stack.Dashboard();
        var traces = await Eventually.IsAsync(
            async () => await dashboard.GetFromJsonAsync<JsonElement>($"/api/traces?text={id}&take=100"),
            found => WholeWay(found) is not null,
            "one trace runs through gateway, police action planning, schools and oversight"
        );
        var spans = await dashboard.GetStringAsync($"/api/traces/{WholeWay(traces)}");
        Assert.Contains("outbox publish", spans, StringComparison.Ordinal);
        Assert.Contains("postgresql", spans, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("rabbitmq", spans, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_the_broker_away_nothing_is_lost_and_nothing_comes_twice()
    {
        var schools = (await OpenSchoolsAsync()).Count;
        await stack.CommandAsync("messaging", KnownResourceCommands.StopCommand);
        Guid id;
        try
        {
            id = await stack.PublishGuidanceAsync("Published while the broker was away");
        }
        finally
        {
            await stack.CommandAsync("messaging", KnownResourceCommands.StartCommand);
        }

        var receipts = await ReceiptsAsync(id, schools);

        Assert.Equal(schools, receipts.Select(r => r.GetProperty("urn").GetInt32()).Distinct().Count());
        await OnTimelineAsync(id);
        Assert.Equal(schools, (await ReceiptsAsync(id, schools)).Count);
    }

    [Fact]
    public async Task A_school_acknowledges_its_own_receipt_and_no_other()
    {
        var id = await stack.PublishGuidanceAsync("Acknowledged by a school");
        var receipts = await ReceiptsAsync(id, (await OpenSchoolsAsync()).Count);
        using var school = await stack.AsAsync(Roles.School);
        var own = receipts.Single(r => r.GetProperty("urn").GetInt32() == 100001);
        var other = receipts.First(r => r.GetProperty("urn").GetInt32() != 100001);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await school.GetAsync($"/api/schools/guidance/receipts/{other.GetProperty("id").GetGuid()}")).StatusCode
        );
        Assert.All(
            await stack.AllAsync("/api/schools/guidance/receipts", school),
            r => Assert.Equal(100001, r.GetProperty("urn").GetInt32())
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await school.GetAsync($"/api/schools/guidance/receipts/{own.GetProperty("id").GetGuid()}")).StatusCode
        );
    }

    /// <summary>The trace that went through every part, if there is one yet.</summary>
    private static string? WholeWay(JsonElement traces) =>
        traces
            .EnumerateArray()
            .Where(t =>
                new[] { "gateway", "police-action-plan", "schools", "oversight" }.All(part =>
                    t.GetProperty("services").EnumerateArray().Any(s => s.GetString() == part)
                )
            )
            .Select(t => t.GetProperty("id").GetString())
            .FirstOrDefault();

    private async Task<IReadOnlyList<JsonElement>> OpenSchoolsAsync()
    {
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        var open = await stack.AllAsync("/api/schools/schools?status=open", lead);
        Assert.Equal(60, open.Count);
        return open;
    }

    private async Task<IReadOnlyList<JsonElement>> ReceiptsAsync(Guid protocol, int expected)
    {
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        return await Eventually.IsAsync(
            async () =>
                (IReadOnlyList<JsonElement>)
                    [
                        .. (await stack.AllAsync("/api/schools/guidance/receipts", lead)).Where(r =>
                            r.GetProperty("protocolId").GetGuid() == protocol
                        ),
                    ],
            receipts => receipts.Count >= expected,
            $"{expected} receipts"
        );
    }

    private async Task OnTimelineAsync(Guid protocol) =>
        await Eventually.IsAsync(
            async () =>
                (await stack.AllAsync("/api/oversight/timeline")).Count(e =>
                    e.GetProperty("sourceId").GetGuid() == protocol && e.GetProperty("kind").GetString() == "ProtocolPublished"
                ),
            times => times == 1,
            "the publication is on the timeline, once"
        );
}
