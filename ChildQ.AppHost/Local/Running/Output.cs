using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace ChildQ.AppHost.Local.Running;

/// <summary>What the resources write: the newest lines of each, and all lines to those who follow.</summary>
internal sealed partial class Output
{
    private const int Kept = 5_000;
    private readonly ConcurrentDictionary<string, Queue<LogLine>> _lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Channel<LogLine>, string?> _followers = [];

    /// <summary>Told of each line.</summary>
    public Action<LogLine>? Written { get; set; }

    public void Write(string resource, string text, bool isError)
    {
        var line = new LogLine(DateTimeOffset.UtcNow, resource, Colours().Replace(text, ""), isError);
        var lines = _lines.GetOrAdd(resource, _ => new Queue<LogLine>());
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
                lines.Dequeue();
        }
        foreach (var (follower, only) in _followers)
        {
            if (only is null || string.Equals(only, resource, StringComparison.OrdinalIgnoreCase))
                follower.Writer.TryWrite(line);
        }
        Written?.Invoke(line);
    }

    public IReadOnlyList<LogLine> Newest(string resource, int take)
    {
        if (!_lines.TryGetValue(resource, out var lines))
            return [];
        lock (lines)
            return [.. lines.Skip(Math.Max(0, lines.Count - take))];
    }

    public async IAsyncEnumerable<LogLine> FollowAsync(string? resource, [EnumeratorCancellation] CancellationToken ct)
    {
        // A follower that does not keep up loses the oldest lines; it never holds up the stack.
        var channel = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        _followers[channel] = resource;
        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(ct))
                yield return line;
        }
        finally
        {
            _followers.TryRemove(channel, out _);
        }
    }

    public void Close()
    {
        foreach (var follower in _followers.Keys)
            follower.Writer.TryComplete();
    }

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Colours();
}
