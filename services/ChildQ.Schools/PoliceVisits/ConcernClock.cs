using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Looks every quarter of an hour for concerns that nobody took up in time, and tells oversight of each once.</summary>
internal sealed class ConcernClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConcernClock> log)
    : RegularCheck(TimeSpan.FromMinutes(15), atStart: true, scopes, clock, log)
{
    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        var today = Clock.Today();
        var late = await db.Concerns.Where(c => c.TakenUpOn == null && c.DelayToldOn == null && c.TakeUpBy < today).ToListAsync(ct);
        late.ForEach(c => c.TellDelay(today));
        await db.SaveChangesAsync(ct);
    }
}
