namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>What is asked of the log records; what is null is not asked.</summary>
internal sealed record LogQuery(
    string? Service = null,
    string? TraceId = null,
    string? Text = null,
    LogSeverity AtLeast = LogSeverity.Unspecified,
    int Take = 200
)
{
    public bool Matches(LogRecord record) =>
        record.Severity >= AtLeast
        && (Service is null || string.Equals(record.Source.Service, Service, StringComparison.OrdinalIgnoreCase))
        && (TraceId is null || string.Equals(record.TraceId, TraceId, StringComparison.OrdinalIgnoreCase))
        && (
            Text is null
            || record.Body.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || record.Category.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || record.Tags.Any(t => t.Value.Contains(Text, StringComparison.OrdinalIgnoreCase))
        );
}

/// <summary>Structured log records in memory, the oldest forgotten when a bound is reached.</summary>
internal sealed class LogStore(TelemetryBounds bounds)
{
    private readonly Lock _lock = new();
    private readonly Queue<LogRecord> _records = new();
    private long _weight;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _records.Count;
            }
        }
    }

    public void Add(IEnumerable<LogRecord> records)
    {
        lock (_lock)
        {
            foreach (var record in records)
            {
                _records.Enqueue(record);
                _weight += record.Weight;
            }
            while (_records.Count > bounds.LogRecords || (_weight > bounds.Characters && _records.Count > 1))
            {
                _weight -= _records.Dequeue().Weight;
            }
        }
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<LogRecord> Search(LogQuery query)
    {
        lock (_lock)
        {
            return [.. _records.Where(query.Matches).OrderByDescending(r => r.At).Take(query.Take)];
        }
    }
}
