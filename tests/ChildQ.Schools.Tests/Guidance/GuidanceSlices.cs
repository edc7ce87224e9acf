using System.Net;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Schools.Tests.Guidance;

/// <summary>What the tests of guidance share: registering schools, publishing to them, listening as another service would.</summary>
public abstract class GuidanceSlices(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    protected const string Receipts = "/api/schools/guidance/receipts";

    protected SchoolsHost Host => host;

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal async Task RegisterAsync(params SchoolText[] schools)
    {
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var school in schools)
        {
            await lead.SendJsonAsync("/api/schools/schools", school).ReadAsync<SchoolView>(HttpStatusCode.Created);
        }
    }

    protected async Task<IReadOnlyList<ReceiptView>> PublishAsync(ProtocolPublished protocol, int expected, Guid? messageId = null)
    {
        await PublishOnlyAsync(protocol, messageId ?? Guid.CreateVersion7());
        return await ReceiptsAsync(expected);
    }

    protected async Task<IReadOnlyList<ReceiptView>> TellAsync(InterimGuidanceIssued interim, int expected)
    {
        await host.Services.GetRequiredService<IBus>().Publish(interim);
        return await ReceiptsAsync(expected);
    }

    private async Task<IReadOnlyList<ReceiptView>> ReceiptsAsync(int expected)
    {
        using var lead = host.As(Roles.SchoolsLead);
        return await Eventually.IsAsync(
            () => lead.ListAsync<ReceiptView>(Receipts),
            found => found.Count >= expected,
            $"{expected} receipts"
        );
    }

    protected Task PublishOnlyAsync(ProtocolPublished protocol, Guid messageId) =>
        host.Services.GetRequiredService<IBus>().Publish(protocol, context => context.MessageId = messageId);

    /// <summary>Another service's ear on the same broker.</summary>
    protected async Task<AsyncListener> ListenAsync<T>(Action<T> hear)
        where T : class
    {
        var broker = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
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
                        hear(context.Message);
                        return Task.CompletedTask;
                    });
                }
            );
        });
        await bus.StartAsync();
        return new AsyncListener(bus);
    }

    protected sealed class AsyncListener(IBusControl bus) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await bus.StopAsync();
    }
}
