using ChildQ.Contracts.CommunityEngagement;
using ChildQ.Contracts.Oversight;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>A theme of the coding frame: an action can be shaped by it.</summary>
public sealed class ThemeRecordedConsumer(PoliceActionPlanDb db) : IConsumer<ThemeRecorded>
{
    public Task Consume(ConsumeContext<ThemeRecorded> context)
    {
        var t = context.Message;
        return db.HearOfAsync(
            Linkable.Heard(LinkKind.Theme, t.Reference, t.Title, null, t.KnownOn, t.Sharing, t.Path, happened: true),
            context.CancellationToken
        );
    }
}

/// <summary>A workshop or session: an action can be shaped by it once it was held.</summary>
public sealed class ActivityRecordedConsumer(PoliceActionPlanDb db) : IConsumer<ActivityRecorded>
{
    public Task Consume(ConsumeContext<ActivityRecorded> context)
    {
        var a = context.Message;
        return db.HearOfAsync(
            Linkable.Heard(
                LinkKind.Activity,
                a.Reference,
                a.Title ?? a.Headline,
                null,
                a.KnownOn,
                a.Sharing,
                a.Path,
                a.Held ?? a.Headline.Contains(" held:", StringComparison.Ordinal)
            ),
            context.CancellationToken
        );
    }
}

/// <summary>A recommendation of the review: an action can be aligned with it.</summary>
public sealed class RecommendationRecordedConsumer(PoliceActionPlanDb db) : IConsumer<RecommendationRecorded>
{
    public Task Consume(ConsumeContext<RecommendationRecorded> context)
    {
        var r = context.Message;
        return db.HearOfAsync(
            Linkable.Heard(
                LinkKind.Recommendation,
                r.Reference,
                r.Headline,
                "Local Child Safeguarding Practice Review: Child Q",
                r.KnownOn,
                r.Sharing,
                r.Path,
                happened: true
            ),
            context.CancellationToken
        );
    }
}

internal static class Hearing
{
    public static async Task HearOfAsync(this PoliceActionPlanDb db, Linkable? heard, CancellationToken ct)
    {
        if (heard is null)
        {
            return;
        }

        if (await db.Linkables.FirstOrDefaultAsync(l => l.Reference == heard.Reference, ct) is not { } known)
        {
            db.Add(heard);
        }
        else if (known.Kind == heard.Kind)
        {
            // The first headline names a recommendation; later ones say what happened to it.
            known.HeardAgain(known.Kind == LinkKind.Recommendation ? known.Title : heard.Title, heard.Sharing, heard.Happened);
        }

        await db.SaveChangesAsync(ct);
    }
}
