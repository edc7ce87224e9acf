using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Looks every quarter of an hour for concerns that nobody took up in time, and tells oversight of each once.</summary>
internal sealed class ConcernClock(IServiceProvider services, TimeProvider clock, ILogger<ConcernClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15), clock);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next turn tries again; a concern says itself that it is overdue meanwhile.
                log.LogWarning("Late concerns were not looked for: {Reason}", e.GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        var today = clock.Today();
        var late = await db.Concerns.Where(c => c.TakenUpOn == null && c.DelayToldOn == null && c.TakeUpBy < today).ToListAsync(ct);
        late.ForEach(c => c.TellDelay(today));
        await db.SaveChangesAsync(ct);
    }
}
