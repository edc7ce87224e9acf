using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Bodies;

/// <summary>Whether a body meets as often as it is to, as at a date. Computed, never typed.</summary>
/// <param name="LastHeld">London date of the last meeting known to have been held.</param>
/// <param name="NextPlanned">London date of the next planned meeting.</param>
/// <param name="NextExpected">The day by which it is to meet: a week, a fortnight or a month after it last did, or after it was established.</param>
/// <param name="Missed">No meeting within its cadence: the expected day has passed without one.</param>
public sealed record BodyRhythmView(
    Guid Id,
    string Reference,
    string Name,
    Cadence Cadence,
    DateOnly? LastHeld,
    DateOnly? NextPlanned,
    DateOnly? NextExpected,
    bool Missed
);

/// <summary>Follows the cadence of the bodies.</summary>
public static class BodyRhythm
{
    public static void MapRhythm(this RouteGroupBuilder root) =>
        root.MapGet("/bodies/rhythm", List)
            .RequireAuthorization(Can.ReadPartnerLevel)
            .WithTags("Bodies")
            .Produces<IReadOnlyList<BodyRhythmView>>()
            .WithSummary(
                "When each body that meets regularly last met and is to meet next, as at a date; `missed=true` for those that have not."
            );

    /// <summary>The day by which a body is to meet again; none where it has no cadence.</summary>
    /// <param name="cadence">How often it meets.</param>
    /// <param name="last">When it last met, or was established.</param>
    public static DateOnly? NextExpected(Cadence cadence, DateOnly last) =>
        cadence switch
        {
            Cadence.Weekly => last.AddDays(7),
            Cadence.Fortnightly => last.AddDays(14),
            Cadence.Monthly => last.AddMonths(1),
            _ => null,
        };

    /// <summary>How one body keeps its cadence.</summary>
    public static BodyRhythmView Of(Body body, DateOnly? lastHeld, DateOnly? nextPlanned, DateOnly asAt)
    {
        var expected = NextExpected(body.Cadence, lastHeld ?? body.EstablishedOn ?? body.KnownOn);
        return new(body.Id, body.Reference, body.Name, body.Cadence, lastHeld, nextPlanned, expected, expected < asAt);
    }

    /// <summary>Of the bodies given, those with a cadence that had not ended by then.</summary>
    internal static async Task<IReadOnlyList<BodyRhythmView>> OfAsync(PoliceActionPlanDb db, IQueryable<Body> bodies, DateOnly asAt)
    {
        var regular = await bodies
            .Where(b => b.Cadence == Cadence.Weekly || b.Cadence == Cadence.Fortnightly || b.Cadence == Cadence.Monthly)
            .Where(b => b.EndedOn == null || b.EndedOn > asAt)
            .OrderBy(b => b.Reference)
            .ToListAsync();
        string[] references = [.. regular.Select(b => b.Reference)];
        var held = await db
            .Meetings.NotRestricted()
            .Where(m => m.Body != null && references.Contains(m.Body) && m.HeldKnownOn <= asAt && m.On <= asAt)
            .GroupBy(m => m.Body!)
            .Select(g => new { Body = g.Key, Last = g.Max(m => m.On) })
            .ToDictionaryAsync(g => g.Body, g => g.Last, StringComparer.Ordinal);
        var toCome = (
            await db
                .Meetings.NotRestricted()
                .AsNoTracking()
                .AsSplitQuery()
                .Where(m => m.Body != null && references.Contains(m.Body) && m.KnownOn <= asAt)
                .Where(m => (m.HeldKnownOn == null || m.HeldKnownOn > asAt) && (m.CancelledKnownOn == null || m.CancelledKnownOn > asAt))
                .ToListAsync()
        )
            .Where(m => m.OnAsAt(asAt) >= asAt)
            .GroupBy(m => m.Body!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(m => m.OnAsAt(asAt)), StringComparer.Ordinal);
        return [.. regular.Select(b => Of(b, held.GetValueOrDefault(b.Reference), toCome.GetValueOrDefault(b.Reference), asAt))];
    }

    private static async Task<IResult> List(PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, bool? missed, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        var all = await OfAsync(db, db.Bodies.ReadableBy(user, at), at);
        return TypedResults.Ok<IReadOnlyList<BodyRhythmView>>([.. all.Where(b => missed is null || b.Missed == missed)]);
    }
}
