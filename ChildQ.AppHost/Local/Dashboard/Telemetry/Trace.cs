namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>A trace as far as it has arrived.</summary>
/// <param name="Root">The earliest span without a parent here; its parent may simply not have arrived yet.</param>
/// <param name="Services">In the order in which they first took part.</param>
/// <param name="Dropped">Spans refused because one trace may not grow without end.</param>
internal sealed record Trace(
    string Id,
    Span Root,
    IReadOnlyList<Span> Spans,
    IReadOnlyList<string> Services,
    long Start,
    long End,
    int Dropped
)
{
    public TimeSpan Duration => Nanoseconds.Between(Start, End);

    public DateTimeOffset At => Nanoseconds.ToInstant(Start);

    public int Errors => Spans.Count(s => s.IsError);

    public static Trace From(string id, IReadOnlyList<Span> spans, int dropped)
    {
        var known = spans.Select(s => s.SpanId).ToHashSet(StringComparer.Ordinal);
        var byStart = spans.OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.SpanId, StringComparer.Ordinal).ToList();
        var root =
            byStart.Find(s => s.ParentId is null) ?? byStart.Find(s => s.ParentId is { } parent && !known.Contains(parent)) ?? byStart[0];
        return new Trace(
            id,
            root,
            byStart,
            [.. byStart.Select(s => s.Source.Service).Distinct(StringComparer.Ordinal)],
            byStart[0].Start,
            byStart.Max(s => s.End),
            dropped
        );
    }
}
