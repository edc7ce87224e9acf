using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.Contracts.Steps;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Tests.Sample;
using ChildQ.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ChildQ.ServiceDefaults.Tests.Messaging;

public sealed class OutboxAndInboxTests(SampleService sample) : IClassFixture<SampleService>
{
    [Fact]
    public async Task An_event_reaches_its_consumer_once_and_leaves_the_outbox()
    {
        var pledge = await MakeAsync("Told once");

        await HeardAsync(pledge.Id, 1);

        Assert.Equal(0, await sample.InScopeAsync(db => db.Outbox.CountAsync(m => m.Aggregate == pledge.Id)));
    }

    [Fact]
    public async Task An_event_is_not_told_when_its_change_is_rolled_back()
    {
        var id = await sample.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var pledge = Pledge.Make("Never committed").Value;
            db.Add(pledge);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return pledge.Id;
        });
        var later = await MakeAsync("Committed after it");

        await HeardAsync(later.Id, 1);

        Assert.Equal(0, await sample.InScopeAsync(db => db.Heard.CountAsync(h => h.SourceId == id)));
    }

    [Fact]
    public async Task The_events_of_one_aggregate_arrive_in_order_whichever_replica_publishes()
    {
        await using var own = new SampleService();
        await own.InitializeAsync();
        await own.StartReplicaAsync();
        await own.StartReplicaAsync();
        await using var published = await PublishedOrder.ListenAsync(own.Broker);
        var ids = new List<Guid>();
        for (var p = 0; p < 5; p++)
        {
            ids.Add(
                await own.InScopeAsync(async db =>
                {
                    var pledge = Pledge.Make("0").Value;
                    db.Add(pledge);
                    await db.SaveChangesAsync();
                    return pledge.Id;
                })
            );
        }

        await Task.WhenAll(
            ids.Select(id =>
                own.InScopeAsync(async db =>
                {
                    var pledge = await db.Pledges.SingleAsync(p => p.Id == id);
                    for (var n = 1; n < 40; n++)
                    {
                        pledge.Rename($"{n}");
                        await db.SaveChangesAsync();
                    }

                    return 0;
                })
            )
        );

        await Eventually.TrueAsync(() => Task.FromResult(published.Count == 200), "all 200 are published");
        Assert.All(ids, id => Assert.Equal(Enumerable.Range(0, 40).Select(n => $"{n}"), published.Of(id)));
    }

    [Fact]
    public async Task The_trace_of_the_request_goes_on_to_the_consumer()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("a person's request").Start();
        var trace = request.TraceId.ToString();
        using var lead = sample.Client(Roles.SchoolsLead);

        var answer = await lead.PostAsJsonAsync("/api/sample/pledges", new { title = "Traced" });
        var pledge = await answer.Content.ReadFromJsonAsync<SampleService.PledgeView>();

        await HeardAsync(pledge!.Id, 1);
        Assert.Equal(
            trace,
            await sample.InScopeAsync(db => db.Heard.Where(h => h.SourceId == pledge.Id).Select(h => h.TraceId).SingleAsync())
        );
    }

    [Fact]
    public async Task A_redelivered_message_has_no_second_effect()
    {
        var (source, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await PublishAsync(source, message);
        }

        var last = Guid.CreateVersion7();
        await PublishAsync(last, Guid.CreateVersion7());

        await HeardAsync(last, 1);
        await HeardAsync(source, 1);
    }

    [Fact]
    public async Task A_consumer_that_fails_and_then_succeeds_has_one_effect()
    {
        sample.Troubles.Expect(2);
        var source = Guid.CreateVersion7();

        await PublishAsync(source, Guid.CreateVersion7());

        await HeardAsync(source, 1);
    }

    [Fact]
    public async Task A_poison_message_steps_aside_is_shown_without_content_and_can_be_sent_back()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                traced.Enqueue(
                    $"{activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(listener);
        await using var own = new SampleService();
        await own.InitializeAsync();
        using var operations = own.Client(Roles.Operations);
        own.Troubles.Expect(int.MaxValue);
        var poison = Guid.CreateVersion7();
        await PublishAsync(poison, Guid.CreateVersion7(), own);
        var failed = await Eventually.IsAsync(
            () => operations.GetStringAsync("/api/sample/operations/failed-messages"),
            body => body.Contains("InvalidOperationException", StringComparison.Ordinal),
            "the message is in the error queue"
        );
        own.Troubles.Expect(0);
        var good = Guid.CreateVersion7();
        await PublishAsync(good, Guid.CreateVersion7(), own);
        await HeardAsync(good, 1, own);
        Assert.DoesNotContain("secret words", failed);
        Assert.DoesNotContain(traced, span => span.Contains("secret words", StringComparison.Ordinal));
        Assert.Contains(own.Log.All, line => line.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(own.Log.All, line => line.Contains("secret words", StringComparison.Ordinal));
        Assert.DoesNotContain(poison.ToString(), failed);

        var redriven = await operations.PostAsync("/api/sample/operations/failed-messages/sample-step-added/redrive", null);

        Assert.Equal(1, (await redriven.Content.ReadFromJsonAsync<FailedMessagesEndpoints.Redriven>())!.Sent);
        await HeardAsync(poison, 1, own);
    }

    private async Task<SampleService.PledgeView> MakeAsync(string title)
    {
        using var lead = sample.Client(Roles.SchoolsLead);
        var answer = await lead.PostAsJsonAsync("/api/sample/pledges", new { title });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SampleService.PledgeView>())!;
    }

    private async Task PublishAsync(Guid source, Guid message, SampleService? on = null) =>
        await (on ?? sample)
            .Services.GetRequiredService<IBus>()
            .Publish(
                new StepAdded(source, "PLE-1", "Published", null, new(2022, 6, 13), Workstreams.Schools, SharingLevel.Public, null),
                context => context.MessageId = message
            );

    private async Task HeardAsync(Guid source, int times, SampleService? by = null) =>
        await Eventually.IsAsync(
            () => (by ?? sample).InScopeAsync(db => db.Heard.CountAsync(h => h.SourceId == source)),
            heard => heard == times,
            $"heard {times} times"
        );

    /// <summary>A bare queue on the event's exchange: sees the order in which events were published, with no consumer between.</summary>
    private sealed class PublishedOrder : IAsyncDisposable
    {
        private readonly List<(Guid Source, string Headline)> _seen = [];
        private IConnection? _connection;

        public int Count
        {
            get
            {
                lock (_seen)
                {
                    return _seen.Count;
                }
            }
        }

        public static async Task<PublishedOrder> ListenAsync(string broker)
        {
            var order = new PublishedOrder { _connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync() };
            var channel = await order._connection.CreateChannelAsync();
            var queue = await channel.QueueDeclareAsync();
            await channel.QueueBindAsync(queue.QueueName, "ChildQ.Contracts.Steps:StepAdded", "");
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) =>
            {
                var message = JsonDocument.Parse(delivery.Body).RootElement.GetProperty("message");
                lock (order._seen)
                {
                    order._seen.Add((message.GetProperty("sourceId").GetGuid(), message.GetProperty("headline").GetString()!));
                }

                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
            return order;
        }

        public IEnumerable<string> Of(Guid source)
        {
            lock (_seen)
            {
                return [.. _seen.Where(s => s.Source == source).Select(s => s.Headline)];
            }
        }

        public async ValueTask DisposeAsync() => await _connection!.DisposeAsync();
    }
}
