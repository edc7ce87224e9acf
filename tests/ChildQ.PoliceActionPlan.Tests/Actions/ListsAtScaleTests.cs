using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

/// <summary>10,000 actions and 100,000 progress notes, half of them on one action: the hot lists ask indexes, and read a page's worth.</summary>
public sealed class ListsAtScaleTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const string Fill = """
        INSERT INTO actions (id, reference, priority, title, commitment, owner_organisations, workstream, known_on, sharing, status, first_due, due)
        SELECT gen_random_uuid(), 'ACT-' || lpad(n::text, 6, '0'), 'PRI-1', CASE n WHEN 9876 THEN 'Hold a youth scrutiny panel' ELSE 'Action ' || n END, 'Commitment ' || n,
            CASE WHEN n % 3 = 0 THEN ARRAY['hackney-council', 'metropolitan-police'] ELSE ARRAY['hackney-council'] END,
            'police-trust-and-confidence', '2022-04-01', 'Public', 'UnderWay', '2022-09-01', '2022-09-01'
        FROM generate_series(1, 10000) n;
        INSERT INTO action_progress (id, promise_id, "on", known_on, status, note, recorded_at)
        SELECT gen_random_uuid(), a.id, NULL, '2022-04-01', 'UnderWay', 'Note ' || n, timestamptz '2022-04-01' + n * interval '1 minute'
        FROM actions a CROSS JOIN generate_series(1, 5) n;
        INSERT INTO action_progress (id, promise_id, "on", known_on, status, note, recorded_at)
        SELECT gen_random_uuid(), a.id, date '2022-04-02' + n % 60, '2022-06-01', 'UnderWay', 'Note ' || n, timestamptz '2022-06-01' + n * interval '1 second'
        FROM actions a CROSS JOIN generate_series(1, 50000) n WHERE a.reference = 'ACT-000003';
        INSERT INTO action_due_date_moves (id, promise_id, "from", "to", reason, moved_on, recorded_at)
        SELECT gen_random_uuid(), a.id, '2022-08-01', '2022-09-01', 'Later.', '2022-06-01', timestamptz '2022-06-01' + n * interval '1 minute'
        FROM actions a CROSS JOIN generate_series(1, 5) n;
        ANALYZE actions; ANALYZE action_owners; ANALYZE action_progress; ANALYZE action_due_date_moves;
        """;

    private readonly HttpClient _lead = host.Lead();

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
        await host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync(Fill));
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Hot_lists_ask_indexes_and_read_no_more_than_a_page()
    {
        var first = await _lead.ReadAsync<Page<ActionView>>("/actions?take=50");
        var deep = first;
        for (var page = 0; page < 3; page++)
        {
            deep = await _lead.ReadAsync<Page<ActionView>>($"/actions?take=200&after={deep.Next}");
        }

        var busy = first.Items[2].Id;
        var notes = await _lead.ReadAsync<Page<ProgressView>>($"/actions/{busy}/progress?take=50");
        var owned = await _lead.ReadAsync<Page<ActionView>>("/actions?owner=metropolitan-police&take=200");
        string[] lists =
        [
            "/actions?take=50&owner=hackney-council",
            $"/actions?take=50&owner=hackney-council&after={deep.Next}",
            "/actions?take=50&owner=metropolitan-police",
            $"/actions?take=50&owner=metropolitan-police&after={owned.Next}",
            "/actions?take=50&owner=nobody-here",
            "/actions?take=50&q=SCRUTINY",
            $"/actions/{busy}",
            "/actions?take=50",
            $"/actions?take=50&after={deep.Next}",
            $"/actions/{busy}/progress?take=50",
            $"/actions/{busy}/progress?take=50&after={notes.Next}",
        ];

        foreach (var list in lists)
        {
            foreach (var (sql, plan) in await PlansAsync(list))
            {
                Assert.DoesNotContain(Nodes(plan), n => Is(n, "Seq Scan"));
                var read = Nodes(plan).Where(Reads).Sum(RowsRead);
                // 51 actions, five notes and five moves each, the notes asked four times: whichever index is taken, of 160,000 rows.
                Assert.True(read <= 2_000, $"{list} read {read} rows:\n{sql}\n{plan}");
            }
        }
    }

    [Fact]
    public async Task A_list_shows_the_latest_progress_and_the_notes_have_pages_of_their_own()
    {
        var busy = (await _lead.ReadAsync<Page<ActionView>>("/actions?take=3")).Items[2];
        var pages = new List<ProgressView>();
        string? after = null;
        for (var page = 0; page < 3; page++)
        {
            var read = await _lead.ReadAsync<Page<ProgressView>>(
                $"/actions/{busy.Id}/progress?take=2{(after is null ? "" : $"&after={after}")}"
            );
            pages.AddRange(read.Items);
            after = read.Next;
        }

        Assert.Equal(["Note 50000", "Note 49999", "Note 49998", "Note 49997", "Note 49996", "Note 49995"], pages.Select(n => n.Note));
        Assert.Equal((PromiseStatus.UnderWay, new DateOnly(2022, 5, 31)), (busy.Promise.Status, busy.Promise.StatusOn));
        Assert.Single(busy.Promise.Progress);
    }

    [Fact]
    public async Task The_tracker_reads_no_more_of_the_notes_than_the_latest_of_each_action()
    {
        foreach (var (sql, plan) in await PlansAsync("/tracker"))
        {
            var notes = Nodes(plan).Where(n => Reads(n) && n.GetProperty("Relation Name").GetString() == "action_progress").Sum(RowsRead);
            // Status, its date, when it was known and its note: one row each.
            Assert.True(notes <= 4 * 10_000, $"read {notes} notes:\n{sql}\n{plan}");
        }
    }

    [Fact]
    public async Task The_actions_of_one_owner_are_listed_in_order_and_follow_their_owners()
    {
        var second = await _lead.ReadAsync<Page<ActionView>>("/actions?owner=metropolitan-police&take=2");
        Assert.Equal(["ACT-000003", "ACT-000006"], second.Items.Select(a => a.Reference));

        await host.InScopeAsync(db =>
            db.Database.ExecuteSqlRawAsync("UPDATE actions SET owner_organisations = ARRAY['mopac'] WHERE reference = 'ACT-000003'")
        );

        Assert.Equal("ACT-000006", (await _lead.ListAsync<ActionView>("/actions?owner=metropolitan-police&take=1"))[0].Reference);
        Assert.Equal("ACT-000003", Assert.Single(await _lead.ListAsync<ActionView>("/actions?owner=mopac")).Reference);
    }

    /// <summary>Asks for a list, and has every query that EF sent for it explained with the parameters that it sent.</summary>
    private async Task<IReadOnlyList<(string Sql, JsonElement Plan)>> PlansAsync(string list)
    {
        using var commands = new Commands(new NpgsqlConnectionStringBuilder(host.ConnectionString).Database!);
        await _lead.ReadAsync<JsonElement>(list);

        var plans = new List<(string, JsonElement)>();
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        foreach (var (sql, parameters) in commands.Seen.Where(c => c.Sql.Contains("FROM action", StringComparison.Ordinal)))
        {
            await using var explain = new NpgsqlCommand($"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", connection);
            explain.Parameters.AddRange(parameters);
            using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
            plans.Add((sql, plan.RootElement[0].GetProperty("Plan").Clone()));
        }

        Assert.NotEmpty(plans);
        return plans;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement plan) =>
        plan.TryGetProperty("Plans", out var under) ? under.EnumerateArray().SelectMany(Nodes).Prepend(plan) : [plan];

    private static bool Is(JsonElement node, string type) => node.GetProperty("Node Type").GetString() == type;

    private static bool Reads(JsonElement node) => node.TryGetProperty("Relation Name", out _);

    private static double RowsRead(JsonElement node)
    {
        var removed = node.TryGetProperty("Rows Removed by Filter", out var rows) ? rows.GetDouble() : 0;
        return (node.GetProperty("Actual Rows").GetDouble() + removed) * node.GetProperty("Actual Loops").GetDouble();
    }

    /// <summary>The queries that this host's EF sends from now on; those of other hosts in the same run are of other databases.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<(string Sql, NpgsqlParameter[] Parameters)> _seen = new();
        private readonly ConcurrentQueue<IDisposable> _listening = new();

        private readonly string _database;

        public Commands(string database)
        {
            _database = database;
            _listening.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyList<(string Sql, NpgsqlParameter[] Parameters)> Seen => [.. _seen];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _listening.Enqueue(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (
                value.Key == RelationalEventId.CommandExecuting.Name
                && value.Value is CommandEventData { Command: var command }
                && command.Connection?.Database == _database
            )
            {
                _seen.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => ((NpgsqlParameter)p).Clone())]));
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var listening in _listening)
            {
                listening.Dispose();
            }
        }
    }
}
