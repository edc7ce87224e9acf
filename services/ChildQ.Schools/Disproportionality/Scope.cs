using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Disproportionality;

/// <summary>Of which school, and as known when.</summary>
/// <param name="School">URN; the borough where left out.</param>
/// <param name="AsAt">London date: what was shown then, and nothing later. Today unless said.</param>
public sealed record Scope(int? School, DateOnly? AsAt)
{
    /// <summary>Every period, oldest first, every classification and measure.</summary>
    internal async Task<List<PeriodRates>> RatesAsync(SchoolsDb db, SmallNumbers small, TimeProvider clock, CancellationToken ct)
    {
        // What is published tomorrow may still change today: nothing is shown as at a day to come.
        var (today, urn) = (clock.Today(), School);
        var at = AsAt is { } asked && asked < today ? asked : today;
        var tables = (await db.Figures.AsNoTracking().Where(f => f.KnownOn <= at && (f.Urn == urn || f.Urn == null)).ToListAsync(ct))
            .GroupBy(f => (f.Urn, f.SchoolYear, f.Term, f.Classification))
            .ToDictionary(t => t.Key, t => PublishedFigures.Shown([.. t], small));
        var loaded = tables
            .Where(t => t.Key.Urn == urn)
            .SelectMany(t => PeriodRates.Of(t.Value, small, urn is null ? null : tables.GetValueOrDefault(t.Key with { Urn = null })));
        return
        [
            .. loaded
                .Concat(await SearchRates.OfAsync(db, small, at, urn, ct))
                .OrderBy(r => r.SchoolYear)
                .ThenBy(r => r.Term)
                .ThenBy(r => r.Classification)
                .ThenBy(r => r.Measure),
        ];
    }
}
