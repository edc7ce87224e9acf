using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChildQ.ServiceDefaults.Time;

/// <summary>
/// Something that a service looks for again and again, by its clock. A check that fails is tried again at the next turn, and its words are kept
/// out of the log: they may tell of people.
/// </summary>
/// <param name="every">From one turn to the next.</param>
/// <param name="atStart">Whether the first turn is when the service starts, or one interval later.</param>
public abstract class RegularCheck(TimeSpan every, bool atStart, IServiceScopeFactory scopes, TimeProvider clock, ILogger log)
    : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Clock);
        for (
            var due = atStart || await timer.WaitForNextTickAsync(stoppingToken);
            due;
            due = await timer.WaitForNextTickAsync(stoppingToken)
        )
        {
            try
            {
                await CheckAsync(scopes, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("{Check} failed: {Reason}. It is tried again in {Interval}", GetType().Name, e.GetType().Name, every);
            }
        }
    }

    protected abstract Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct);
}
