using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using MassTransit;

namespace ChildQ.Oversight.Timeline;

/// <summary>
/// Appends every reportable change of every service. Restricted matters are never reported; should one arrive, it is not kept. Concerns about
/// searches are the exception: they are meant for oversight itself, and are shown to nobody else (<see cref="TimelineEndpoints"/>).
/// </summary>
public sealed class TimelineConsumer(OversightDb db) : IConsumer<IReportable>
{
    private static readonly string[] ForOversightItself =
    [
        nameof(SearchConcernRaised),
        nameof(SearchConcernDelayed),
        nameof(SearchConcernClosed),
    ];

    public async Task Consume(ConsumeContext<IReportable> context)
    {
        var kind = Kind(context);
        if (
            context.Message.Sharing > SharingLevel.Partners
            && !(context.Message.Sharing == SharingLevel.CouncilOnly && ForOversightItself.Contains(kind))
        )
        {
            return;
        }

        db.Timeline.Add(TimelineEntry.Of(context.Message, kind));
        await db.SaveChangesAsync(context.CancellationToken);
    }

    /// <summary>The event's own name, the first of the types that the message says it is: <c>urn:message:ChildQ.Contracts.Steps:StepAdded</c>.</summary>
    private static string Kind(ConsumeContext context) => context.SupportedMessageTypes.First().Split(':')[^1];
}
