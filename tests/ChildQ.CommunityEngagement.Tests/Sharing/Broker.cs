using System.Collections.Concurrent;
using System.Text;
using ChildQ.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ChildQ.CommunityEngagement.Tests.Sharing;

/// <summary>A bare queue on the exchange of every event there is: all that leaves the service, as it lies on the wire.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _messages = new();
    private IConnection? _connection;

    public IReadOnlyList<string> Messages => [.. _messages];

    public IReadOnlyList<string> Of(string type) => [.. Messages.Where(m => m.Contains($":{type}", StringComparison.Ordinal))];

    public static async Task<Broker> ListenAsync(CommunityEngagementHost host)
    {
        var address = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        var broker = new Broker { _connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync() };
        var channel = await broker._connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync();
        var events = typeof(IReportable).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false });
        foreach (var type in events)
        {
            var exchange = $"{type.Namespace}:{type.Name}";
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue.QueueName, exchange, "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var headers = string.Join(' ', delivery.BasicProperties.Headers?.Select(h => $"{h.Key}={Text(h.Value)}") ?? []);
            broker._messages.Enqueue($"{Encoding.UTF8.GetString(delivery.Body.Span)} {headers}");
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return broker;
    }

    public async ValueTask DisposeAsync() => await _connection!.DisposeAsync();

    private static string? Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString();
}
