namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>Traces in memory, the oldest evicted whole when a bound is reached. Safe for any number of senders and readers.</summary>
internal sealed class TraceStore(TelemetryBounds bounds)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _byArrival = new();
    private int _spans;
    private long _weight;

    public int TraceCount
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public int SpanCount
    {
        get
        {
            lock (_lock)
            {
                return _spans;
            }
        }
    }

    public void Add(IEnumerable<Span> spans)
    {
        lock (_lock)
        {
            foreach (var span in spans)
            {
                Add(span);
            }
            while (_entries.Count > bounds.Traces || _spans > bounds.Spans || (_weight > bounds.Characters && _entries.Count > 1))
            {
                Evict();
            }
        }
    }

    public Trace? Find(string traceId)
    {
        lock (_lock)
        {
            return _entries.GetValueOrDefault(traceId)?.Snapshot();
        }
    }

    /// <summary>The newest traces first.</summary>
    public IReadOnlyList<Trace> Search(TraceQuery query)
    {
        lock (_lock)
        {
            return
            [
                .. _byArrival.Reverse().Select(e => e.Snapshot()).Where(query.Matches).OrderByDescending(t => t.Start).Take(query.Take),
            ];
        }
    }

    public IReadOnlyList<string> Services()
    {
        lock (_lock)
        {
            return [.. _byArrival.SelectMany(e => e.Snapshot().Services).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    private void Add(Span span)
    {
        if (!_entries.TryGetValue(span.TraceId, out var entry))
        {
            entry = new Entry(span.TraceId);
            _entries.Add(span.TraceId, entry);
            _byArrival.Enqueue(entry);
        }
        var (spans, weight) = entry.Add(span, bounds.SpansPerTrace);
        _spans += spans;
        _weight += weight;
    }

    private void Evict()
    {
        var oldest = _byArrival.Dequeue();
        _entries.Remove(oldest.Id);
        _spans -= oldest.Count;
        _weight -= oldest.Weight;
    }

    private sealed class Entry(string id)
    {
        private readonly Dictionary<string, Span> _spans = new(StringComparer.Ordinal);
        private Trace? _snapshot;
        private int _dropped;

        public string Id => id;
        public int Count => _spans.Count;
        public long Weight { get; private set; }

        /// <summary>How many spans and characters were added. A span sent twice counts once: exporters retry.</summary>
        public (int Spans, long Weight) Add(Span span, int most)
        {
            if (!_spans.ContainsKey(span.SpanId) && _spans.Count >= most)
            {
                _dropped++;
                _snapshot = null;
                return (0, 0);
            }
            var replaced = _spans.GetValueOrDefault(span.SpanId);
            _spans[span.SpanId] = span;
            _snapshot = null;
            var added = span.Weight - (replaced?.Weight ?? 0);
            Weight += added;
            return (replaced is null ? 1 : 0, added);
        }

        public Trace Snapshot() => _snapshot ??= Trace.From(id, [.. _spans.Values], _dropped);
    }
}
