using System.Net.Http.Json;
using ChildQ.Benchmarks.Measuring;
using ChildQ.PoliceActionPlan;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ChildQ.Benchmarks;

/// <summary>
/// Progress put on record by eight people at a time: the service, with its rules, screening, audit chain, idempotency and outbox; beside one hand-written
/// INSERT on bare Kestrel that keeps the note and nothing else. The ratio is what being answerable costs.
/// </summary>
internal sealed class ProgressNotes : IBenchmark
{
    private const int People = 8;
    private const int NotesOfEach = 10;

    public string Name => "progress-notes";

    public async Task RunAsync(Func<Comparison, Task> compareAsync)
    {
        var servers = await TestServers.UseAsync();
        var database = await servers.CreateDatabaseAsync("bench");
        await using var service = new Served<PoliceActionPlanDb>([
            ("ConnectionStrings:police-action-plan-db", database),
            ("ConnectionStrings:messaging", await servers.CreateVirtualHostAsync("bench")),
        ]);
        await using var source = NpgsqlDataSource.Create(database);
        var actions = await ActionsAsync(source);
        await using var bare = await BareKestrel.StartAsync(routes =>
            routes.MapPost("/actions/{id:guid}/progress", (Guid id, Note note) => KeepAsync(source, id, note))
        );
        using var ours = service.Caller(Roles.PolicePlanLead);
        using var floor = bare.Caller();
        await compareAsync(
            new(
                $"Progress recorded, {People} people at a time",
                "note",
                People * NotesOfEach,
                new("one hand-written INSERT, bare Kestrel", () => RecordAsync(floor, "", actions)),
                new Contender("the service", () => RecordAsync(ours, "/api/police-action-plan", actions))
            )
        );
    }

    private static Task RecordAsync(HttpClient client, string prefix, IReadOnlyList<Guid> actions) =>
        Task.WhenAll(
            actions.Select(async action =>
            {
                for (var written = 0; written < NotesOfEach; written++)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, $"{prefix}/actions/{action}/progress");
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                    request.Content = JsonContent.Create(new Note("underWay", "The panel met and took note."));
                    using var answer = await client.SendAsync(request);
                    answer.EnsureSuccessStatusCode();
                }
            })
        );

    private static async Task<IResult> KeepAsync(NpgsqlDataSource source, Guid action, Note note)
    {
        await using var insert = source.CreateCommand(
            """INSERT INTO action_progress (id, promise_id, known_on, status, note, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)"""
        );
        insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        insert.Parameters.Add(new() { Value = action });
        insert.Parameters.Add(new() { Value = DateOnly.FromDateTime(DateTime.UtcNow) });
        insert.Parameters.Add(new() { Value = note.Status });
        insert.Parameters.Add(new() { Value = note.Text });
        insert.Parameters.Add(new() { Value = DateTime.UtcNow });
        await insert.ExecuteNonQueryAsync();
        return TypedResults.Ok();
    }

    private static async Task<IReadOnlyList<Guid>> ActionsAsync(NpgsqlDataSource source)
    {
        await using var fill = source.CreateCommand(
            $"""
            INSERT INTO priorities (id, reference, title, known_on, sharing) VALUES (gen_random_uuid(), 'PRI-1', 'Trust', '2022-04-01', 'Public');
            INSERT INTO actions (id, reference, priority, title, commitment, owner_organisations, workstream, known_on, sharing, status)
            SELECT gen_random_uuid(), 'ACT-' || n, 'PRI-1', 'Action ' || n, 'Commitment ' || n, ARRAY['hackney-council'],
                'police-trust-and-confidence', '2022-04-01', 'Public', 'NotStarted'
            FROM generate_series(1, {People}) n RETURNING id
            """
        );
        List<Guid> ids = [];
        await using var rows = await fill.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    private sealed record Note(string Status, [property: System.Text.Json.Serialization.JsonPropertyName("note")] string Text);
}
