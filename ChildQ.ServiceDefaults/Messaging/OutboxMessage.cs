using System.Diagnostics;
using System.Text.Json;
using ChildQ.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Messaging;

/// <summary>An event that is committed with the change it reports, and waits to be published.</summary>
public sealed class OutboxMessage
{
    /// <summary>The channel on which a commit wakes the dispatcher.</summary>
    public const string Channel = "childq_outbox";

    /// <summary>Rises in the order of writing; events of one aggregate are published in this order.</summary>
    public long Position { get; init; }

    /// <summary>The message's id, by which consumers know a redelivery.</summary>
    public required Guid MessageId { get; init; }

    public required Guid Aggregate { get; init; }

    /// <summary>Full name of the event's type in ChildQ.Contracts.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    /// <summary>W3C trace context of the request that made the change, so that its trace goes on to the consumers.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static OutboxMessage Of(Guid aggregate, object happened, DateTimeOffset at) =>
        new()
        {
            MessageId = Guid.CreateVersion7(),
            Aggregate = aggregate,
            Type = happened.GetType().FullName!,
            Body = JsonSerializer.Serialize(happened, happened.GetType(), Json.Options),
            TraceParent = Activity.Current?.Id,
            At = at,
        };

    /// <summary>The event itself. Only types of ChildQ.Contracts are ever made from a row.</summary>
    internal object Read() =>
        JsonSerializer.Deserialize(
            Body,
            typeof(IReportable).Assembly.GetType(Type) ?? throw new InvalidOperationException($"No event '{Type}' in ChildQ.Contracts."),
            Json.Options
        )!;
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(m => m.Position);
        builder.Property(m => m.Position).UseIdentityAlwaysColumn();
    }
}

/// <summary>A message whose effect is committed: a redelivery of it does nothing.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    /// <summary>The consumer that handled it; each consumer of a message handles it once.</summary>
    public required string Consumer { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(m => new { m.MessageId, m.Consumer });
    }
}
