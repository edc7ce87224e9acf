using ChildQ.ServiceDefaults.Data;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>MassTransit on RabbitMQ with our outbox and inbox.</summary>
public static class MessagingDefaults
{
    /// <summary>
    /// Durable quorum queues named after service and consumer; five attempts with growing pauses, then the error queue, from which the
    /// operations team sends a message back.
    /// </summary>
    public static void AddMessaging<TDb>(
        this IHostApplicationBuilder builder,
        ServiceIdentity service,
        Action<IBusRegistrationConfigurator>? consumers = null
    )
        where TDb : ServiceDb
    {
        builder.Services.AddHostedService<OutboxDispatcher<TDb>>();
        builder.Services.AddSingleton<FailedMessages>();
        builder.Services.AddSingleton<ConsumerQueues>();
        builder.Services.AddSingleton<WordlessFailures>();
        // A service is not ready before its queues stand: what is published to an exchange without a queue is lost.
        builder.Services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            // MassTransit would report its use to its makers: nothing leaves this system unasked.
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service.Name, includeNamespace: false));
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "messaging";
                health.MinimalFailureStatus = HealthStatus.Degraded;
            });
            bus.AddConfigureEndpointsCallback(
                (context, name, endpoint) =>
                {
                    context.GetRequiredService<ConsumerQueues>().Add(name);
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                    {
                        queue.SetQuorumQueue();
                    }

                    // A fault event would carry the message and the exception out of the service.
                    endpoint.PublishFaults = false;
                    endpoint.ConnectConsumerConfigurationObserver(context.GetRequiredService<WordlessFailures>());
                    endpoint.UseMessageRetry(retry =>
                        retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400))
                    );
                    // Inside the retry: each attempt has a scope and a transaction of its own.
                    endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                }
            );
            consumers?.Invoke(bus);
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(new Uri(ConnectionString(context.GetRequiredService<IConfiguration>())));
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
    }

    internal static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("messaging")
        ?? throw new InvalidOperationException(
            "No connection string named 'messaging'. Start through ChildQ.AppHost, or set ConnectionStrings__messaging."
        );
}
