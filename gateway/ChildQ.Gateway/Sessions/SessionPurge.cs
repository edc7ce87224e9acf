using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Gateway.Sessions;

/// <summary>Forgets sessions that have ended.</summary>
public sealed class SessionPurge(SessionStore sessions, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionPurge> log)
    : RegularCheck(TimeSpan.FromMinutes(15), atStart: false, scopes, clock, log)
{
    protected override Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct) => sessions.RemoveEndedAsync(ct);
}
