using Microsoft.Extensions.Hosting;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>
/// Leaves Ctrl+C and SIGTERM to the stack's host. The usual lifetime would take them, and stop the dashboard while the services are still
/// stopping and have something to tell.
/// </summary>
internal sealed class OwnedByTheStack : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
