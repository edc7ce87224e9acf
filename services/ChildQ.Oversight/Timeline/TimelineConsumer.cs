using ChildQ.Contracts;
using MassTransit;

namespace ChildQ.Oversight.Timeline;

/// <summary>Appends every reportable change of every service. Restricted matters are never reported; should one arrive, it is not kept.</summary>
public sealed class TimelineConsumer(OversightDb db) : IConsumer<IReportable>
{
    public async Task Consume(ConsumeContext<IReportable> context)
    {
        if (context.Message.Sharing > SharingLevel.Partners)
        {
            return;
        }

        db.Timeline.Add(TimelineEntry.Of(context.Message, Kind(context)));
        await db.SaveChangesAsync(context.CancellationToken);
    }

    /// <summary>The event's own name, the first of the types that the message says it is: <c>urn:message:ChildQ.Contracts.Steps:StepAdded</c>.</summary>
    private static string Kind(ConsumeContext context) => context.SupportedMessageTypes.First().Split(':')[^1];
}
