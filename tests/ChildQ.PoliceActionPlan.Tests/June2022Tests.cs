using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>The council's real registers of June 2022: they load, load again without a change, and tell their story as at any date.</summary>
public sealed class June2022Tests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>
{
    [Fact]
    public async Task Every_register_loads_without_a_problem_and_a_second_time_changes_nothing()
    {
        await host.ResetAsync();

        var first = await June2022.LoadAsync(host);
        var second = await June2022.LoadAsync(host);

        Assert.All(first.Values, r => Assert.Equal((r.Rows, 0, 0, 0), (r.Created, r.Updated, r.Unchanged, r.Problems.Count)));
        Assert.Equal([17, 3, 1, 9, 5, 5, 3, 21, 4], June2022.Registers.Select(r => first[r].Rows));
        Assert.All(second.Values, r => Assert.Equal((0, 0, r.Rows, 0), (r.Created, r.Updated, r.Unchanged, r.Problems.Count)));
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing()
    {
        await host.ResetAsync();
        using var loader = host.Loader();

        var report = await loader.LoadAsync("bodies", June2022.Csv("bodies"), dryRun: true);

        Assert.Equal((true, 17), (report.DryRun, report.Created));
        Assert.Equal(0, await host.InScopeAsync(db => db.Bodies.CountAsync()));
        Assert.Equal(0, await host.InScopeAsync(db => db.Set<OutboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task What_is_exported_is_unchanged_when_it_is_imported()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var lead = host.Lead();

        foreach (var register in June2022.Registers)
        {
            using var answer = await lead.SeeAsync($"/{register}/export.csv");
            var report = await lead.LoadAsync(register, await answer.Content.ReadAsStringAsync());
            Assert.Equal((register, report.Rows), (register, report.Unchanged));
        }
    }

    [Fact]
    public async Task What_is_exported_fills_an_empty_service_with_the_same()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var lead = host.Lead();
        var exported = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var register in June2022.Registers)
        {
            exported[register] = await (await lead.SeeAsync($"/{register}/export.csv")).Content.ReadAsStringAsync();
        }

        await host.ResetAsync();
        foreach (var register in June2022.Registers)
        {
            await lead.LoadAsync(register, exported[register]);
        }

        foreach (var register in June2022.Registers)
        {
            Assert.Equal(exported[register], await (await lead.SeeAsync($"/{register}/export.csv")).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task As_at_a_date_nothing_later_is_shown()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var anyone = host.Anonymous();

        Assert.Equal(["PAP-LET-001"], await References<LetterView>(anyone, "/letters?asAt=2022-03-30", l => l.Reference));
        Assert.Equal(
            ["PAP-LET-001", "PAP-LET-002", "PAP-LET-003"],
            await References<LetterView>(anyone, "/letters?asAt=2022-04-01", l => l.Reference)
        );
        Assert.Empty(await anyone.ListAsync<ActionView>("/actions?asAt=2022-05-26"));
        Assert.Equal(["PAP-ACT-010"], await References<ActionView>(anyone, "/actions?asAt=2022-05-27", a => a.Reference));
        Assert.Equal(["PAP-MEE-001"], await References<MeetingView>(anyone, "/meetings?asAt=2022-06-12", m => m.Reference));
    }

    [Fact]
    public async Task The_letter_of_17_March_was_answered_in_time_and_its_first_ask_met_with_the_reply()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var anyone = host.Anonymous();

        var before = Assert.Single(await anyone.ListAsync<LetterView>("/letters?asAt=2022-03-30"));
        var after = (await anyone.ListAsync<LetterView>("/letters?asAt=2022-04-05"))[0];

        Assert.Empty(before.Replies);
        Assert.Equal(["PAP-LET-002"], after.Replies);
        Assert.False(after.Overdue);
        Assert.Equal(OutcomeStatus.Open, (await anyone.ListAsync<AskView>("/asks?letter=PAP-LET-001&asAt=2022-03-30"))[0].Status);
        Assert.Equal(
            [OutcomeStatus.Met, OutcomeStatus.PartlyMet],
            (await anyone.ListAsync<AskView>("/asks?letter=PAP-LET-001&asAt=2022-03-31")).Select(a => a.Status)
        );
    }

    [Fact]
    public async Task The_public_tracker_shows_the_plan_by_priority_as_at_the_report()
    {
        await host.ResetAsync();
        await June2022.LoadAsync(host);
        using var anyone = host.Anonymous();

        var tracker = await anyone.ReadAsync<TrackerView>("/tracker?asAt=2022-06-13");
        var september = await anyone.ReadAsync<TrackerView>("/tracker?asAt=2022-09-01");
        var may = await anyone.ReadAsync<TrackerView>("/tracker?asAt=2022-05-27");

        Assert.Equal(new TrackerCounts(21, 2, 10, 9, 0, 0), tracker.Counts);
        Assert.Equal([12, 7, 2], tracker.Priorities.Select(p => p.Counts.Total));
        Assert.Equal(3, september.Counts.Overdue);
        Assert.Equal(PromiseStatus.Done, Assert.Single(Assert.Single(may.Priorities).Actions).Promise.Status);
        Assert.Null(may.Priorities[0].Reference);
    }

    private static async Task<IEnumerable<string>> References<T>(HttpClient client, string path, Func<T, string> reference) =>
        (await client.ListAsync<T>(path)).Select(reference);
}
