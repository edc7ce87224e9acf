using System.Diagnostics.Metrics;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Telemetry;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>
/// Runs a consumer in one transaction with the note that its message was handled: a redelivery does nothing, and a consumer that fails
/// leaves nothing behind.
/// </summary>
/// <remarks>Scoped: shares the <see cref="ServiceDb"/> with the consumer it wraps. Each queue has one consumer.</remarks>
internal sealed class InboxFilter<TMessage>(ServiceDb db, TimeProvider clock) : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next) =>
        await Inbox.OnceAsync(
            db,
            clock,
            context.MessageId,
            context.ReceiveContext.InputAddress.Segments[^1],
            () => next.Send(context),
            context.CancellationToken
        );

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}

internal static class Inbox
{
    private static readonly Counter<long> Failures = Instrumentation.Meter.CreateCounter<long>(
        "childq.consumer.failures",
        "{failure}",
        "Attempts to consume a message that failed"
    );

    public static async Task OnceAsync(
        ServiceDb db,
        TimeProvider clock,
        Guid? messageId,
        string consumer,
        Func<Task> consume,
        CancellationToken cancellationToken
    )
    {
        var id = messageId ?? throw new InvalidOperationException("A message without an id cannot be told from its redelivery.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var first = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox (message_id, consumer, at) VALUES ({id}, {consumer}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING",
            cancellationToken
        );
        if (first == 0)
        {
            return;
        }

        try
        {
            await consume();
        }
        catch
        {
            Failures.Add(1, new KeyValuePair<string, object?>("consumer", consumer));
            throw;
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
