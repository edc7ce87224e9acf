using System.Text;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>A message that no attempt could consume. Its content is not shown: only what is needed to decide whether to send it back.</summary>
/// <param name="Reason">The kind of the exception, never its message.</param>
public sealed record FailedMessage(string MessageId, string Consumer, string Reason, DateTimeOffset? FailedAt);

/// <summary>The error queue of one consumer.</summary>
public sealed record FailedQueue(string Queue, int Count, IReadOnlyList<FailedMessage> Messages);

/// <summary>The names of the queues that this service consumes, gathered as they are configured.</summary>
public sealed class ConsumerQueues
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _names;

    internal void Add(string name) => _names.Add(name);
}

/// <summary>The service's error queues: looked into, and sent back, by the operations team.</summary>
public sealed class FailedMessages(IConfiguration configuration, ConsumerQueues queues)
{
    private const int Shown = 100;

    /// <summary>Looks without taking: everything read is put back.</summary>
    public async Task<IReadOnlyList<FailedQueue>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        List<FailedQueue> found = [];
        foreach (var queue in queues.Names)
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            List<FailedMessage> messages = [];
            uint left = 0;
            try
            {
                while (messages.Count < Shown && await channel.BasicGetAsync(Errors(queue), autoAck: false, cancellationToken) is { } got)
                {
                    messages.Add(Describe(got.BasicProperties));
                    left = got.MessageCount;
                }
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                continue; // No error queue yet: nothing has ever failed.
            }

            found.Add(new(queue, messages.Count + (int)left, messages));
            await channel.CloseAsync(cancellationToken); // unacknowledged messages go back to their place
        }

        return found;
    }

    /// <summary>Sends everything in the error queue back to its consumer, each confirmed before it is taken off. Returns how many.</summary>
    public async Task<int?> RedriveAsync(string queue, CancellationToken cancellationToken)
    {
        if (!queues.Names.Contains(queue, StringComparer.Ordinal))
        {
            return null;
        }

        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellationToken
        );
        var sent = 0;
        try
        {
            for (
                var left = uint.MaxValue;
                left > 0 && await channel.BasicGetAsync(Errors(queue), autoAck: false, cancellationToken) is { } got;
                sent++
            )
            {
                // Only what stood there at the start: a message that fails again must not be sent round for ever.
                left = Math.Min(left - 1, got.MessageCount);
                await channel.BasicPublishAsync(
                    "",
                    queue,
                    mandatory: true,
                    new BasicProperties(got.BasicProperties),
                    got.Body,
                    cancellationToken
                );
                await channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancellationToken);
            }
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }

        return sent;
    }

    private static string Errors(string queue) => $"{queue}_error";

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await new ConnectionFactory { Uri = new(MessagingDefaults.ConnectionString(configuration)) }.CreateConnectionAsync(
            cancellationToken
        );

    private static FailedMessage Describe(IReadOnlyBasicProperties properties)
    {
        string? Header(string name) =>
            properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
        return new(
            properties.MessageId ?? "",
            Header("MT-Fault-ConsumerType") ?? "",
            Header("MT-Fault-Message") ?? "",
            DateTimeOffset.TryParse(Header("MT-Fault-Timestamp"), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null
        );
    }
}

/// <summary>Inspection and redrive of failed messages, for the operations team.</summary>
public static class FailedMessagesEndpoints
{
    public static void MapFailedMessages(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/operations/failed-messages").WithTags("Operations").RequireAuthorization(Policy.For(Roles.Operations));
        group
            .MapGet("", async (FailedMessages failed, CancellationToken ct) => TypedResults.Ok(await failed.ListAsync(ct)))
            .WithSummary("What no attempt could consume, without its content.");
        group
            .MapPost(
                "/{queue}/redrive",
                async (string queue, FailedMessages failed, CancellationToken ct) =>
                    await failed.RedriveAsync(queue, ct) is { } sent
                        ? (IResult)TypedResults.Ok(new Redriven(sent))
                        : Problem.NotFound("queue")
            )
            .Produces<Redriven>()
            .WithSummary("Sends everything in the consumer's error queue back to it.");
    }

    /// <param name="Sent">How many messages went back.</param>
    public sealed record Redriven(int Sent);
}
