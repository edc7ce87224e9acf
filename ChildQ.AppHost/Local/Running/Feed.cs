namespace ChildQ.AppHost.Local.Running;

/// <summary>The running stack as the dashboard sees it.</summary>
internal sealed class Feed(States states, Output output, Func<Uri?> rabbitManagement) : IResourceFeed
{
    private static readonly TimeSpan MemoryIsFreshFor = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private Dictionary<int, long?> _memory = [];
    private DateTimeOffset _memoryReadAt;

    public IReadOnlyList<ResourceView> Resources
    {
        get
        {
            var all = states.All;
            var memory = Memory(all);
            return [.. all.Select(x => View(x, memory))];
        }
    }

    public string? RabbitManagementUrl => rabbitManagement()?.ToString();

    public IReadOnlyList<LogLine> Logs(string resource, int take) => output.Newest(resource, take);

    public IAsyncEnumerable<LogLine> Follow(string? resource, CancellationToken ct) => output.FollowAsync(resource, ct);

    private static ResourceView View(Snapshot snapshot, Dictionary<int, long?> memory) =>
        new(
            snapshot.Name,
            snapshot.Kind,
            snapshot.State.ToString(),
            snapshot.IsHealthy switch
            {
                true => "Healthy",
                false => "Unhealthy",
                null => null,
            },
            snapshot.Urls,
            snapshot.Restarts,
            snapshot.StartedAt,
            snapshot.ProcessId,
            snapshot.ProcessId is { } id ? memory.GetValueOrDefault(id) : null
        );

    private Dictionary<int, long?> Memory(IReadOnlyList<Snapshot> snapshots)
    {
        lock (_lock)
        {
            if (DateTimeOffset.UtcNow - _memoryReadAt > MemoryIsFreshFor)
            {
                var read = ProcessMemory.Read();
                _memory = snapshots.Select(x => x.ProcessId).OfType<int>().Distinct().ToDictionary(x => x, read.Of);
                _memoryReadAt = DateTimeOffset.UtcNow;
            }
            return _memory;
        }
    }
}
