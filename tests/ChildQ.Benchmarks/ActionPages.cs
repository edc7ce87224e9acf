using System.Text.Json;
using ChildQ.Benchmarks.Measuring;
using ChildQ.Contracts;
using ChildQ.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace ChildQ.Benchmarks;

/// <summary>
/// A page of the plan's actions, first and deep, of 1,000 and of 100,000: the service over HTTP, beside hand-written SQL on bare Kestrel that gives
/// the very same page and knows nothing of who asks.
/// </summary>
internal sealed class ActionPages : IBenchmark
{
    private const int PagesOfOneRun = 20;
    private static readonly int[] Sizes = [1_000, 100_000];

    public string Name => "action-pages";

    public async Task RunAsync(Func<Comparison, Task> compareAsync)
    {
        foreach (var size in Sizes)
        {
            var servers = await TestServers.UseAsync();
            var database = await servers.CreateDatabaseAsync("bench");
            var broker = await servers.CreateVirtualHostAsync("bench");
            await using var service = new Served<PoliceActionPlanDb>([
                ("ConnectionStrings:police-action-plan-db", database),
                ("ConnectionStrings:messaging", broker),
            ]);
            await using var source = NpgsqlDataSource.Create(database);
            await FillAsync(source, size);
            await using var bare = await BareKestrel.StartAsync(routes =>
                routes.MapGet("/actions", (string? after, int take) => PageAsync(source, after, take))
            );
            using var ours = service.Caller();
            using var floor = bare.Caller();
            await compareAsync(await PagesAsync($"First page of 50 of {size:N0} actions", floor, ours, after: 0));
            await compareAsync(await PagesAsync($"Page of 50 four fifths down, of {size:N0} actions", floor, ours, after: size / 5 * 4));
        }
    }

    private static async Task<Comparison> PagesAsync(string title, HttpClient floor, HttpClient ours, int after)
    {
        var reference = $"ACT-{after:000000}";
        // A cursor is the service's own to make: it is had by reading up to there.
        var cursor = after == 0 ? "" : $"&after={Uri.EscapeDataString(await CursorAsync(ours, reference))}";
        var least = $"/actions?take=50{(after == 0 ? "" : $"&after={reference}")}";
        var page = $"/api/police-action-plan/actions?take=50{cursor}";
        var (expected, found) = (await ItemsAsync(floor, least), await ItemsAsync(ours, page));
        return expected == found
            ? new(
                title,
                "page",
                PagesOfOneRun,
                new("hand-written SQL, bare Kestrel", () => ReadAsync(floor, least)),
                new Contender("the service", () => ReadAsync(ours, page))
            )
            : throw new InvalidOperationException($"Not the same page:\n{expected}\n{found}");
    }

    private static async Task ReadAsync(HttpClient client, string page)
    {
        for (var read = 0; read < PagesOfOneRun; read++)
        {
            _ = await client.GetByteArrayAsync(page);
        }
    }

    private static async Task<string> ItemsAsync(HttpClient client, string page)
    {
        using var answer = JsonDocument.Parse(await client.GetByteArrayAsync(page));
        var items = answer.RootElement.GetProperty("items");
        return items.GetArrayLength() == 50
            ? items.GetRawText()
            : throw new InvalidOperationException($"{page} has {items.GetArrayLength()} items.");
    }

    private static async Task<string> CursorAsync(HttpClient client, string reference)
    {
        string? next = null;
        while (true)
        {
            using var answer = JsonDocument.Parse(
                await client.GetByteArrayAsync(
                    $"/api/police-action-plan/actions?take=200{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}"
                )
            );
            next = answer.RootElement.GetProperty("next").GetString()!;
            var last = answer.RootElement.GetProperty("items")[199].GetProperty("reference").GetString();
            if (last == reference)
            {
                return next;
            }
        }
    }

    /// <summary>Actions that anyone may read, each with five notes, the last of them from later than the others, and a due date that was moved once.</summary>
    private static async Task FillAsync(NpgsqlDataSource source, int size)
    {
        await using var fill = source.CreateCommand(
            $"""
            INSERT INTO priorities (id, reference, title, known_on, sharing) VALUES (gen_random_uuid(), 'PRI-1', 'Trust', '2022-04-01', 'Public');
            INSERT INTO actions (id, reference, priority, title, commitment, owner_organisations, workstream, known_on, sharing, status, first_due, due)
            SELECT gen_random_uuid(), 'ACT-' || lpad(n::text, 6, '0'), 'PRI-1', 'Action ' || n, 'Commitment ' || n, ARRAY['hackney-council', 'metropolitan-police'],
                'police-trust-and-confidence', '2022-04-01', 'Public', 'UnderWay', '2022-08-01', '2022-09-01'
            FROM generate_series(1, {size}) n;
            INSERT INTO action_progress (id, promise_id, "on", known_on, status, note, recorded_at)
            SELECT gen_random_uuid(), a.id, NULL, date '2022-04-01' + n, 'UnderWay', 'Note ' || n, timestamptz '2022-04-01' + n * interval '1 day'
            FROM actions a CROSS JOIN generate_series(1, 5) n;
            INSERT INTO action_due_date_moves (id, promise_id, "from", "to", reason, moved_on, recorded_at)
            SELECT gen_random_uuid(), id, '2022-08-01', '2022-09-01', 'Later.', '2022-06-01', '2022-06-01' FROM actions;
            """
        );
        fill.CommandTimeout = 600;
        await fill.ExecuteNonQueryAsync();
        await using var settle = source.CreateCommand("VACUUM ANALYZE");
        settle.CommandTimeout = 600;
        await settle.ExecuteNonQueryAsync();
    }

    private static async Task<Page<ActionView>> PageAsync(NpgsqlDataSource source, string? after, int take)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(
            new(
                """
                SELECT a.id, a.reference, a.priority, a.title, a.commitment, a.owner_organisations, a.outcome_measure, a.baseline, a.target, a.start, a.workstream,
                    a.known_on, a.source, a.first_due, a.due, a.due_text, n.status, n.note, n."on", n.known_on
                FROM actions a LEFT JOIN LATERAL (
                    SELECT status, note, "on", known_on FROM action_progress WHERE promise_id = a.id AND known_on <= $3
                    ORDER BY COALESCE("on", known_on) DESC, recorded_at DESC, id DESC LIMIT 1) n ON true
                WHERE a.reference > $1 AND a.known_on <= $3 AND a.sharing = 'Public' ORDER BY a.reference LIMIT $2
                """
            )
            {
                Parameters =
                {
                    new() { Value = after ?? "" },
                    new() { Value = take + 1 },
                    new() { Value = Today() },
                },
            }
        );
        batch.BatchCommands.Add(
            new(
                """
                SELECT m.promise_id, m."from", m."to", m.reason, m.moved_on FROM action_due_date_moves m
                WHERE m.promise_id IN (
                    SELECT id FROM actions WHERE reference > $1 AND known_on <= $3 AND sharing = 'Public' ORDER BY reference LIMIT $2)
                ORDER BY m.recorded_at
                """
            )
            {
                Parameters =
                {
                    new() { Value = after ?? "" },
                    new() { Value = take + 1 },
                    new() { Value = Today() },
                },
            }
        );
        await using var rows = await batch.ExecuteReaderAsync();
        List<ActionView> items = new(take + 1);
        Dictionary<Guid, List<DueDateMoveView>> moves = [];
        while (await rows.ReadAsync())
        {
            var id = rows.GetGuid(0);
            items.Add(Row(rows, id, moves[id] = []));
        }

        await rows.NextResultAsync();
        while (await rows.ReadAsync())
        {
            moves[rows.GetGuid(0)].Add(new(Day(rows, 1), Day(rows, 2), rows.GetString(3), rows.GetFieldValue<DateOnly>(4)));
        }

        var next = items.Count > take ? items[take - 1].Reference : null;
        return new(items.Count > take ? items.GetRange(0, take) : items, next);
    }

    private static ActionView Row(NpgsqlDataReader row, Guid id, List<DueDateMoveView> moves)
    {
        var status = Enum.Parse<PromiseStatus>(row.GetString(16));
        var (note, on, due) = (Text(row, 17), Day(row, 18), Day(row, 14));
        return new(
            id,
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetFieldValue<string[]>(5),
            Text(row, 6),
            Text(row, 7),
            Text(row, 8),
            Day(row, 9),
            row.GetString(10),
            row.GetFieldValue<DateOnly>(11),
            Text(row, 12),
            SharingLevel.Public,
            new(
                status,
                note,
                on,
                Day(row, 13),
                due,
                Text(row, 15),
                due < Today() && status is not (PromiseStatus.Done or PromiseStatus.Stopped),
                [new(on, row.GetFieldValue<DateOnly>(19), status, note)],
                moves
            )
        );
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow);
}
