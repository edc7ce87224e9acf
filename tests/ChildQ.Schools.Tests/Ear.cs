using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Schools.Tests;

/// <summary>Another service's ear on the same broker: whatever is told of one kind.</summary>
internal sealed class Ear<T> : IAsyncDisposable
    where T : class
{
    private readonly IBusControl _bus;

    private Ear(IBusControl bus, ConcurrentQueue<T> heard) => (_bus, Heard) = (bus, heard);

    public ConcurrentQueue<T> Heard { get; }

    public static async Task<Ear<T>> OpenAsync(SchoolsHost host)
    {
        var broker = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        var heard = new ConcurrentQueue<T>();
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(
                $"ear-{Guid.NewGuid():N}",
                endpoint =>
                {
                    endpoint.AutoDelete = true;
                    endpoint.Handler<T>(context =>
                    {
                        heard.Enqueue(context.Message);
                        return Task.CompletedTask;
                    });
                }
            );
        });
        await bus.StartAsync();
        return new(bus, heard);
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
