using System.Net;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Priorities;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

public sealed class MeasureSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private static readonly MeasureText Value = new(new(2022, 5, 1), 40, "residents", null, CountsPeople: true, "Sign-in sheets");
    private readonly HttpClient _lead = host.Lead();
    private string _measures = "";

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        _measures = $"/actions/{action.Id}/measures";
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_series_is_read_in_order_of_its_days_a_page_at_a_time_as_at_a_date()
    {
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        await _lead.MakeAsync<MeasureView>(_measures, Value with { On = new(2022, 6, 1), Number = 55 });
        await _lead.MakeAsync<MeasureView>(_measures, Value);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await _lead.MakeAsync<MeasureView>(_measures, Value with { On = new(2022, 4, 1), Number = 12 });
        using var anyone = host.Anonymous();

        Assert.Equal([12m, 40m, 55m], (await anyone.ListAsync<MeasureView>(_measures)).Select(m => m.Number!.Value));
        Assert.Equal(
            [40m, 55m],
            (await anyone.ListAsync<MeasureView>($"{_measures}?asAt={today:yyyy-MM-dd}")).Select(m => m.Number!.Value)
        );
        Assert.Equal([12m, 40m], (await anyone.ListAsync<MeasureView>($"{_measures}?take=2")).Select(m => m.Number!.Value));
    }

    [Fact]
    public async Task A_small_count_of_people_leaves_the_service_suppressed_for_everyone()
    {
        await _lead.MakeAsync<MeasureView>(_measures, Value with { Number = 3 });

        foreach (var client in (HttpClient[])[_lead, host.Police(), host.Anonymous()])
        {
            var words = await (await client.SeeAsync(_measures)).Content.ReadAsStringAsync();
            Assert.Contains("\"suppressed\":true", words, StringComparison.Ordinal);
            Assert.Contains("\"number\":null", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_value_is_withdrawn_with_a_reason_by_those_who_added_it_or_the_lead()
    {
        using var police = host.Police();
        var ours = await police.MakeAsync<MeasureView>(_measures, Value);
        var leads = await _lead.MakeAsync<MeasureView>(_measures, Value);

        await police.PostAsync($"{_measures}/{leads.Id}/withdrawal", new Withdraw("No.")).ProblemAsync(HttpStatusCode.Forbidden);
        await police.PostAsync($"{_measures}/{ours.Id}/withdrawal", new Withdraw("")).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var withdrawn = await _lead.PostAsync($"{_measures}/{ours.Id}/withdrawal", new Withdraw("Counted twice.")).ReadAsync<MeasureView>();

        Assert.Equal("Counted twice.", withdrawn.Withdrawn!.Reason);
        Assert.Equal(2, (await _lead.ListAsync<MeasureView>(_measures)).Count);
        await _lead
            .PostAsync($"{_measures}/{Guid.NewGuid()}/withdrawal", new Withdraw("Counted twice."))
            .ProblemAsync(HttpStatusCode.NotFound);
    }
}
