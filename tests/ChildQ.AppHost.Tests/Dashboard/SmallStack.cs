using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChildQ.AppHost.Local;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>A stack of a few resources, whose lines the test writes.</summary>
internal sealed class SmallStack : IResourceFeed
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private readonly ConcurrentDictionary<Guid, (string? Resource, Channel<LogLine> Lines)> _followers = new();

    public IReadOnlyList<ResourceView> Resources { get; set; } =
    [
        new("postgres", "PostgreSQL", "Running", "Healthy", ["postgresql://localhost:5432"], 0, DateTimeOffset.UnixEpoch, 11, 90_000_000),
        new("schools", "Project", "Running", "Healthy", ["http://localhost:5001"], 0, DateTimeOffset.UnixEpoch, 12, 120_000_000),
        new("oversight", "Project", "Restarting", "Unhealthy", [], 3, null, null, null),
    ];

    public string? RabbitManagementUrl { get; set; }

    public int Followers => _followers.Count;

    public void Write(string resource, string text, bool isError = false)
    {
        var line = new LogLine(DateTimeOffset.UtcNow, resource, text, isError);
        _lines.Enqueue(line);
        foreach (var (followed, lines) in _followers.Values)
        {
            if (followed is null || followed == resource)
            {
                lines.Writer.TryWrite(line);
            }
        }
    }

    public IReadOnlyList<LogLine> Logs(string resource, int take) => [.. _lines.Where(l => l.Resource == resource).TakeLast(take)];

    public async IAsyncEnumerable<LogLine> Follow(string? resource, [EnumeratorCancellation] CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var lines = Channel.CreateUnbounded<LogLine>();
        _followers[id] = (resource, lines);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(ct))
            {
                yield return line;
            }
        }
        finally
        {
            _followers.TryRemove(id, out _);
        }
    }
}
