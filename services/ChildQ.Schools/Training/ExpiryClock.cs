using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>
/// Looks every hour, by London's date, for open schools whose last certificate in a topic has ceased to hold, and has others told of each once. Several
/// replicas may run: they take turns, and what one has told the next does not tell again.
/// </summary>
internal sealed class ExpiryClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiryClock> log)
    : RegularCheck(TimeSpan.FromHours(1), atStart: true, scopes, clock, log)
{
    private const long ExpiryLock = 0x4558_5049_5259; // "EXPIRY"

    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        var today = Clock.Today();

        await using var turn = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ExpiryLock})", ct);
        var coverage = await db.CoverageAsync(today, ct);
        var told = await db.Set<TrainingExpiry>()
            .AsNoTracking()
            .Select(e => new
            {
                e.SchoolId,
                e.Part,
                e.Topic,
                e.Until,
            })
            .ToListAsync(ct);
        var known = told.Select(e => (e.SchoolId, e.Part, e.Topic, e.Until)).ToHashSet();
        foreach (var school in await db.RecordsAsAt(today).Open().Select(r => r.SchoolId).ToListAsync(ct))
        {
            db.AddRange(
                coverage
                    .Of(school)
                    .Where(s => s.State == CoverageState.Expired && !known.Contains((school, s.Part, s.Topic, s.Until!.Value)))
                    .Select(s => TrainingExpiry.Tell(school, s, today))
            );
        }

        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
    }
}
