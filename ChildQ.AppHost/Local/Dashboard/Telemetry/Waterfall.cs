namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>One row of a waterfall.</summary>
/// <param name="Depth">How many ancestors of the span have arrived.</param>
/// <param name="ParentMissing">The span names a parent that has not arrived.</param>
/// <param name="Offset">0 to 1: where the bar begins within the trace.</param>
/// <param name="Length">0 to 1: how much of the trace the span lasted.</param>
internal sealed record WaterfallRow(Span Span, int Depth, bool ParentMissing, double Offset, double Length)
{
    public TimeSpan After(Trace trace) => Nanoseconds.Between(trace.Start, Span.Start);
}

/// <summary>
/// Puts a trace's spans in the order in which they are read: every span after its parent, siblings by start. Spans arrive in any
/// order; a parent may be missing (its child then stands on the first level), and spans that name each other as parents are shown once.
/// </summary>
internal static class Waterfall
{
    public static IReadOnlyList<WaterfallRow> Of(Trace trace)
    {
        var known = trace.Spans.Select(s => s.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = trace
            .Spans.Where(s => s.ParentId is { } parent && known.Contains(parent))
            .ToLookup(s => s.ParentId!, StringComparer.Ordinal);
        var rows = new List<WaterfallRow>(trace.Spans.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // A trace's spans are sorted (start, then the longer one, then id), so equal clocks give the same picture every time.
        foreach (var root in trace.Spans.Where(s => s.ParentId is null || !known.Contains(s.ParentId)))
        {
            Descend(root);
        }
        foreach (var inCircle in trace.Spans)
        {
            Descend(inCircle);
        }
        return rows;

        // With a stack of its own: a chain of ten thousand spans must not exhaust the thread's.
        void Descend(Span top)
        {
            var pending = new Stack<(Span Span, int Depth)>();
            pending.Push((top, 0));
            while (pending.TryPop(out var next))
            {
                if (!seen.Add(next.Span.SpanId))
                {
                    continue;
                }
                rows.Add(Row(trace, next.Span, next.Depth, known));
                foreach (var child in children[next.Span.SpanId].Reverse())
                {
                    pending.Push((child, next.Depth + 1));
                }
            }
        }
    }

    private static WaterfallRow Row(Trace trace, Span span, int depth, HashSet<string> known)
    {
        var whole = Math.Max(1.0, trace.End - trace.Start);
        return new WaterfallRow(
            span,
            depth,
            span.ParentId is { } parent && !known.Contains(parent),
            (span.Start - trace.Start) / whole,
            (span.End - span.Start) / whole
        );
    }
}
