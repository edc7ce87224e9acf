using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Time;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>
/// A protocol was published: every open school that it is for owes a receipt for exactly this version, once, however often it is told.
/// </summary>
public sealed class ProtocolPublishedConsumer(SchoolsDb db, TimeProvider clock) : IConsumer<ProtocolPublished>
{
    public Task Consume(ConsumeContext<ProtocolPublished> context)
    {
        var told = context.Message;
        return db.ReceiveAsync(
            new(
                told.SourceId,
                told.Version,
                told.Draft,
                told.ContentHash,
                Interim: false,
                told.Reference,
                told.Title,
                told.Kind,
                told.On,
                told.ReviewOn,
                told.Audience
            ),
            clock.Today(),
            context.CancellationToken
        );
    }
}

/// <summary>
/// Interim guidance was issued: every open school that it is for owes a receipt for exactly this text, which is marked as interim everywhere.
/// </summary>
public sealed class InterimGuidanceIssuedConsumer(SchoolsDb db, TimeProvider clock) : IConsumer<InterimGuidanceIssued>
{
    public Task Consume(ConsumeContext<InterimGuidanceIssued> context)
    {
        var told = context.Message;
        return db.ReceiveAsync(
            new(
                told.SourceId,
                told.Version,
                told.Draft,
                told.ContentHash,
                Interim: true,
                told.Reference,
                told.Title,
                told.Kind,
                told.On,
                ReviewOn: null,
                told.Audience
            ),
            clock.Today(),
            context.CancellationToken
        );
    }
}

internal static class GuidanceReceiving
{
    /// <summary>
    /// Notes what was issued and what it supersedes, and has every open school that it is for owe a receipt for it; nothing where it is known.
    /// </summary>
    public static async Task ReceiveAsync(this SchoolsDb db, IssuedText issued, DateOnly today, CancellationToken ct)
    {
        await OwedReceipts.TakeTurnAsync(db, ct);
        var known = await db.Guidance.Where(g => g.ProtocolId == issued.ProtocolId).ToListAsync(ct);
        if (known.Exists(g => (g.ProtocolVersion, g.Interim, g.Draft) == (issued.Version, issued.Interim, issued.Draft)))
        {
            return;
        }

        var guidance = PublishedGuidance.Received(issued, today);
        db.Add(guidance);
        // They may arrive out of order, so that this one may have been superseded before it came.
        foreach (var superseded in known.Where(guidance.Supersedes))
        {
            superseded.Supersede(today);
        }

        if (known.Exists(g => g.Supersedes(guidance)))
        {
            guidance.Supersede(today);
        }

        await OwedReceipts.OfNewGuidanceAsync(db, guidance, today, ct);
        await db.SaveChangesAsync(ct);
    }
}
