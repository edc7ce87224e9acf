using System.Diagnostics;
using System.Text.Json;
using ChildQ.Benchmarks.Measuring;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Oversight;
using ChildQ.PoliceActionPlan;
using ChildQ.ServiceDefaults;
using ChildQ.Testing.Servers;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ChildQ.Benchmarks;

/// <summary>
/// A thousand events of police action planning, from the row in its outbox to the row in oversight's timeline; beside RabbitMQ.Client alone, which
/// publishes the same bodies with confirms to a quorum queue, takes them off and writes a row for each by hand.
/// </summary>
internal sealed class EventsToOversight : IBenchmark
{
    private const int Events = 1_000;

    public string Name => "events";

    public async Task RunAsync(Func<Comparison, Task> compareAsync)
    {
        var servers = await TestServers.UseAsync();
        var (plan, oversight) = (await servers.CreateDatabaseAsync("bench"), await servers.CreateDatabaseAsync("bench"));
        var broker = await servers.CreateVirtualHostAsync("bench");
        await using var telling = new Served<PoliceActionPlanDb>([
            ("ConnectionStrings:police-action-plan-db", plan),
            ("ConnectionStrings:messaging", broker),
        ]);
        await using var told = new Served<OversightDb>([
            ("ConnectionStrings:oversight-db", oversight),
            ("ConnectionStrings:messaging", broker),
        ]);
        await using var outbox = NpgsqlDataSource.Create(plan);
        await using var timeline = NpgsqlDataSource.Create(oversight);
        await using var raw = await RawClient.StartAsync(broker, timeline, Body(0));
        await compareAsync(
            new(
                $"{Events:N0} events told and written down",
                "event",
                Events,
                new("RabbitMQ.Client and an INSERT by hand", raw.PassAsync),
                new Contender("outbox, MassTransit, inbox, timeline", () => TellAsync(outbox, timeline))
            )
        );
    }

    private static async Task TellAsync(NpgsqlDataSource outbox, NpgsqlDataSource timeline)
    {
        var before = await CountAsync(timeline, "timeline");
        await using var insert = outbox.CreateCommand(
            """
            INSERT INTO outbox (message_id, aggregate, type, body, at)
            SELECT gen_random_uuid(), gen_random_uuid(), $1, body, now() FROM unnest($2) body
            """
        );
        insert.Parameters.Add(new() { Value = typeof(ActionAdded).FullName });
        insert.Parameters.Add(new() { Value = Enumerable.Range(0, Events).Select(Body).ToArray() });
        await insert.ExecuteNonQueryAsync();
        await using var notify = outbox.CreateCommand("NOTIFY childq_outbox");
        await notify.ExecuteNonQueryAsync();
        await UntilAsync(async () => await CountAsync(timeline, "timeline") - before, "events on the timeline");
    }

    private static async Task UntilAsync(Func<Task<long>> doneAsync, string what)
    {
        var watch = Stopwatch.StartNew();
        for (var done = await doneAsync(); done < Events; done = await doneAsync())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new TimeoutException($"{done} of {Events} {what} after two minutes.");
            }

            await Task.Delay(2);
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table)
    {
        await using var count = source.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static string Body(int number) =>
        JsonSerializer.Serialize(
            new ActionAdded(
                Guid.CreateVersion7(),
                $"ACT-{number:000000}",
                "An action of the shared plan was added, with a headline of the usual length",
                new(2022, 6, 1),
                new(2022, 6, 13),
                "police-trust-and-confidence",
                SharingLevel.Public,
                "/police-action-plan/actions"
            ),
            Json.Options
        );

    /// <summary>One channel that publishes and one that consumes, as the client's own documentation has it.</summary>
    private sealed class RawClient(IConnection connection, IChannel publisher, NpgsqlDataSource source, byte[] body) : IAsyncDisposable
    {
        private const string Queue = "bench-raw";
        private int _done;

        public static async Task<RawClient> StartAsync(string broker, NpgsqlDataSource source, string body)
        {
            await using (
                var table = source.CreateCommand(
                    "CREATE TABLE bench_raw (id uuid PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL)"
                )
            )
            {
                await table.ExecuteNonQueryAsync();
            }

            var connection = await new ConnectionFactory { Uri = new(broker), ConsumerDispatchConcurrency = 16 }.CreateConnectionAsync();
            var publisher = await connection.CreateChannelAsync(
                new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
            );
            await publisher.QueueDeclareAsync(
                Queue,
                durable: true,
                exclusive: false,
                autoDelete: false,
                arguments: new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" }
            );
            var client = new RawClient(connection, publisher, source, System.Text.Encoding.UTF8.GetBytes(body));
            var consumer = await connection.CreateChannelAsync();
            await consumer.BasicQosAsync(0, 32, global: false);
            var reading = new AsyncEventingBasicConsumer(consumer);
            reading.ReceivedAsync += client.KeepAsync;
            await consumer.BasicConsumeAsync(Queue, autoAck: false, reading);
            return client;
        }

        public async Task PassAsync()
        {
            Volatile.Write(ref _done, 0);
            await Parallel.ForEachAsync(Enumerable.Range(0, Events), new ParallelOptions { MaxDegreeOfParallelism = 100 }, PublishAsync);
            await UntilAsync(() => Task.FromResult((long)Volatile.Read(ref _done)), "messages kept");
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private ValueTask PublishAsync(int number, CancellationToken ct) =>
            publisher.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true }, body, ct);

        private async Task KeepAsync(object sender, BasicDeliverEventArgs delivered)
        {
            await using var insert = source.CreateCommand("INSERT INTO bench_raw (id, body, at) VALUES ($1, $2, now())");
            insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
            insert.Parameters.Add(
                new() { Value = System.Text.Encoding.UTF8.GetString(delivered.Body.Span), NpgsqlDbType = NpgsqlDbType.Text }
            );
            await insert.ExecuteNonQueryAsync();
            await ((AsyncEventingBasicConsumer)sender).Channel.BasicAckAsync(delivered.DeliveryTag, multiple: false);
            Interlocked.Increment(ref _done);
        }
    }
}
