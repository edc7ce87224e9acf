using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;

namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>A RabbitMQ queue as its management API tells of it.</summary>
internal sealed record QueueReading(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("messages")] long Messages,
    [property: JsonPropertyName("messages_unacknowledged")] long Unacknowledged,
    [property: JsonPropertyName("consumers")] int Consumers
)
{
    /// <summary>Messages that no consumer could handle wait in a queue of this name until they are looked into.</summary>
    [JsonIgnore]
    public bool HoldsFailures => Name.EndsWith("_error", StringComparison.Ordinal) || Name.EndsWith("_skipped", StringComparison.Ordinal);
}

/// <summary>What no service exports: the memory of each process and the depth of each queue, read every five seconds.</summary>
internal sealed class Readings(IResourceFeed feed, TimeProvider clock) : IDisposable
{
    private const int Kept = 180;
    private const int MostNames = 300;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(3) };
    private readonly Dictionary<string, Queue<(DateTimeOffset, double)>> _memory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<(DateTimeOffset, double)>> _depth = new(StringComparer.Ordinal);
    private IReadOnlyList<QueueReading> _queues = [];

    /// <summary>The queues at the last reading; empty while RabbitMQ does not answer.</summary>
    public IReadOnlyList<QueueReading> Queues
    {
        get
        {
            lock (_lock)
            {
                return _queues;
            }
        }
    }

    public IReadOnlyDictionary<string, (DateTimeOffset At, double Value)[]> Memory => Copy(_memory);

    public IReadOnlyDictionary<string, (DateTimeOffset At, double Value)[]> Depth => Copy(_depth);

    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await ReadAsync(ct);
        } while (await timer.WaitForNextTickAsync(ct));
    }

    public async Task ReadAsync(CancellationToken ct)
    {
        var queues = await ReadQueuesAsync(ct);
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            _queues = queues;
            foreach (var queue in queues)
            {
                Keep(_depth, queue.Name, now, queue.Messages);
            }
            foreach (var resource in feed.Resources)
            {
                if (resource.MemoryBytes is { } bytes)
                {
                    Keep(_memory, resource.Name, now, bytes);
                }
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<QueueReading>> ReadQueuesAsync(CancellationToken ct)
    {
        if (feed.RabbitManagementUrl is not { } management || !Uri.TryCreate(management, UriKind.Absolute, out var server))
        {
            return [];
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/api/queues"));
            if (server.UserInfo.Length > 0)
            {
                var credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(server.UserInfo));
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
            }
            using var response = await _http.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<List<QueueReading>>(ct) ?? [] : [];
        }
        catch (Exception e)
            when (e is HttpRequestException or System.Text.Json.JsonException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return [];
        }
    }

    private static void Keep(Dictionary<string, Queue<(DateTimeOffset, double)>> all, string name, DateTimeOffset at, double value)
    {
        if (!all.TryGetValue(name, out var readings))
        {
            if (all.Count >= MostNames)
            {
                return;
            }
            all.Add(name, readings = new Queue<(DateTimeOffset, double)>());
        }
        readings.Enqueue((at, value));
        if (readings.Count > Kept)
        {
            readings.Dequeue();
        }
    }

    private Dictionary<string, (DateTimeOffset At, double Value)[]> Copy(Dictionary<string, Queue<(DateTimeOffset, double)>> all)
    {
        lock (_lock)
        {
            return all.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);
        }
    }
}
