using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Telemetry;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>
/// Publishes what the outbox holds. Woken by <c>NOTIFY</c> at commit, and by a poll in case one is missed. Several replicas may run: each
/// claims whole aggregates, so that the events of one aggregate are published in order, whoever publishes them.
/// </summary>
internal sealed class OutboxDispatcher<TDb>(
    IServiceProvider services,
    NpgsqlDataSource source,
    IBus bus,
    TimeProvider clock,
    ILogger<OutboxDispatcher<TDb>> log
) : BackgroundService
    where TDb : ServiceDb
{
    private const int Batch = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(10);

    private long _pending;
    private double _lag;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(Instrumentation.Name);
        meter.CreateObservableGauge(
            "childq.outbox.pending",
            () => Interlocked.Read(ref _pending),
            "{message}",
            "Events committed and not yet published"
        );
        meter.CreateObservableGauge("childq.outbox.lag", () => Volatile.Read(ref _lag), "s", "Age of the oldest event not yet published");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(
                    "Outbox pauses: {Reason}. It tries again in {Seconds} s; nothing is lost",
                    e.GetType().Name,
                    Poll.TotalSeconds
                );
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var listener = await source.OpenConnectionAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {OutboxMessage.Channel}", listener))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            while (await DispatchAsync(stoppingToken) > 0) { }

            await MeasureAsync(stoppingToken);
            await listener.WaitAsync(Poll, stoppingToken);
        }
    }

    /// <summary>Claims and publishes one batch. Returns how many were published; stops at the first event of an aggregate that fails.</summary>
    private async Task<int> DispatchAsync(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);

        // The advisory lock keeps an aggregate with one replica for as long as this transaction lives; SKIP LOCKED passes over rows that
        // another replica has deleted or holds.
        var claimed = await db
            .Outbox.FromSqlRaw(
                """
                SELECT * FROM outbox
                WHERE pg_try_advisory_xact_lock(hashtext('outbox'), hashtext(aggregate::text))
                ORDER BY position LIMIT {0} FOR UPDATE SKIP LOCKED
                """,
                Batch
            )
            .AsNoTracking()
            .ToListAsync(stoppingToken);
        if (claimed.Count == 0)
        {
            return 0;
        }

        var published = await Task.WhenAll(claimed.GroupBy(m => m.Aggregate).Select(g => PublishInOrderAsync(g, stoppingToken)));
        var done = published.SelectMany(p => p.Done).ToArray();
        await db.Outbox.Where(m => done.Contains(m.Position)).ExecuteDeleteAsync(stoppingToken);
        await transaction.CommitAsync(stoppingToken);
        return published.FirstOrDefault(p => p.Failure is not null).Failure is { } failure
            ? throw new InvalidOperationException("The broker did not confirm.", failure)
            : done.Length;
    }

    private async Task<(List<long> Done, Exception? Failure)> PublishInOrderAsync(
        IEnumerable<OutboxMessage> messages,
        CancellationToken stoppingToken
    )
    {
        List<long> done = [];
        foreach (var message in messages.OrderBy(m => m.Position))
        {
            using var activity = Instrumentation.Source.StartActivity("outbox publish", ActivityKind.Internal, message.TraceParent);
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            timeout.CancelAfter(PublishTimeout);
            try
            {
                var happened = message.Read();
                await bus.Publish(happened, happened.GetType(), context => context.MessageId = message.MessageId, timeout.Token);
                done.Add(message.Position);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
                return (done, e);
            }
        }

        return (done, null);
    }

    private async Task MeasureAsync(CancellationToken stoppingToken)
    {
        await using var command = source.CreateCommand("SELECT count(*), min(at) FROM outbox");
        await using var row = await command.ExecuteReaderAsync(stoppingToken);
        await row.ReadAsync(stoppingToken);
        Interlocked.Exchange(ref _pending, row.GetInt64(0));
        Volatile.Write(
            ref _lag,
            await row.IsDBNullAsync(1, stoppingToken) ? 0 : (clock.GetUtcNow() - row.GetFieldValue<DateTimeOffset>(1)).TotalSeconds
        );
    }
}
