using System.Collections.Concurrent;
using ChildQ.Contracts;
using ChildQ.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>A consumer of everything reportable, as oversight has one: what it heard, in the order in which it came.</summary>
internal sealed class Heard : IAsyncDisposable
{
    private readonly ConcurrentQueue<(Guid Message, IReportable Event)> _heard = new();
    private readonly IBusControl _bus;

    private Heard(IBusControl bus) => _bus = bus;

    public IReadOnlyList<IReportable> All => [.. _heard.Select(h => h.Event)];

    public IReadOnlyList<IReportable> Of(string reference) => [.. All.Where(e => e.Reference == reference)];

    public static async Task<Heard> ListenAsync<T>(PoliceActionPlanHost host)
        where T : class, IReportable
    {
        Heard? heard = null;
        var broker = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(
                $"heard-{Guid.NewGuid():N}",
                queue =>
                {
                    queue.PrefetchCount = 1;
                    queue.ConcurrentMessageLimit = 1;
                    queue.Handler<T>(context =>
                    {
                        heard!._heard.Enqueue((context.MessageId!.Value, context.Message));
                        return Task.CompletedTask;
                    });
                }
            );
        });
        heard = new(bus);
        await bus.StartAsync();
        return heard;
    }

    /// <summary>Waits until it has heard this many of this entry; then there are no more than that.</summary>
    public async Task<IReadOnlyList<IReportable>> OfAsync(string reference, int count)
    {
        await Eventually.TrueAsync(() => Task.FromResult(Of(reference).Count >= count), $"{count} events of {reference}");
        return Of(reference);
    }

    public int MessagesHeardTwice => _heard.GroupBy(h => h.Message).Count(g => g.Count() > 1);

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
