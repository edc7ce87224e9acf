using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Time;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>A protocol was published: every open school owes a receipt for exactly this version, once, however often it is told.</summary>
public sealed class ProtocolPublishedConsumer(SchoolsDb db, TimeProvider clock) : IConsumer<ProtocolPublished>
{
    public async Task Consume(ConsumeContext<ProtocolPublished> context)
    {
        var (published, ct) = (context.Message, context.CancellationToken);
        await OwedReceipts.TakeTurnAsync(db, ct);
        var versions = await db.Guidance.Where(g => g.ProtocolId == published.SourceId).ToListAsync(ct);
        if (versions.Exists(v => v.ProtocolVersion == published.Version))
        {
            return;
        }

        var today = clock.Today();
        var guidance = PublishedGuidance.Received(
            published.SourceId,
            published.Version,
            published.Reference,
            published.Title,
            published.Kind,
            published.On,
            today
        );
        db.Add(guidance);
        // Versions may arrive out of order: only the latest is in force.
        var latest = versions.Append(guidance).MaxBy(v => v.ProtocolVersion);
        foreach (var earlier in versions.Append(guidance).Where(v => v != latest))
        {
            earlier.Supersede(today);
        }

        await OwedReceipts.OfNewGuidanceAsync(db, guidance, today, ct);
        await db.SaveChangesAsync(ct);
    }
}
