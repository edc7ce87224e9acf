namespace ChildQ.Gateway.Sessions;

/// <summary>Forgets sessions that have ended.</summary>
public sealed class SessionPurge(SessionStore sessions, TimeProvider clock, ILogger<SessionPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.RemoveEndedAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                logger.LogError(problem, "Ended sessions could not be removed; it is tried again in {Interval}.", Interval);
            }
        }
    }
}
