using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>
/// Stands for what a consumer threw: only its kind goes on to logs, traces and the error queue, since an exception's own message may hold
/// what a person wrote.
/// </summary>
public sealed class ConsumerFailedException(string kind) : Exception(kind);

/// <summary>Puts <see cref="ConsumerFailedException"/> in the place of whatever a consumer throws, nearest to the consumer.</summary>
internal sealed class WordlessFailures(ILogger<WordlessFailures> log) : IConsumerConfigurationObserver
{
    public void ConsumerConfigured<TConsumer>(IConsumerConfigurator<TConsumer> configurator)
        where TConsumer : class { }

    public void ConsumerMessageConfigured<TConsumer, TMessage>(IConsumerMessageConfigurator<TConsumer, TMessage> configurator)
        where TConsumer : class
        where TMessage : class => configurator.UseFilter(new Filter<TConsumer, TMessage>(log));

    private sealed class Filter<TConsumer, TMessage>(ILogger log) : IFilter<ConsumerConsumeContext<TConsumer, TMessage>>
        where TConsumer : class
        where TMessage : class
    {
        public async Task Send(ConsumerConsumeContext<TConsumer, TMessage> context, IPipe<ConsumerConsumeContext<TConsumer, TMessage>> next)
        {
            try
            {
                await next.Send(context);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Frames name code, never what was said.
                log.LogWarning(
                    "{Consumer} failed on message {MessageId}: {Exception}{Frames}",
                    typeof(TConsumer).Name,
                    context.MessageId,
                    e.GetType().FullName,
                    new StackTrace(e)
                );
                throw new ConsumerFailedException(e.GetType().FullName!);
            }
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("wordless-failures");
    }
}
