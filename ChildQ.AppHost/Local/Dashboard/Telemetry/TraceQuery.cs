namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>What is asked of the traces; what is null is not asked.</summary>
/// <param name="Service">A service that took part.</param>
/// <param name="Name">Part of the name of any span.</param>
/// <param name="Text">Part of any span's name, attribute or status, or the start of a trace id.</param>
internal sealed record TraceQuery(
    string? Service = null,
    string? Name = null,
    string? Text = null,
    double? MinMilliseconds = null,
    bool ErrorsOnly = false,
    int Take = 100
)
{
    public bool Matches(Trace trace) =>
        (MinMilliseconds is not { } least || trace.Duration.TotalMilliseconds >= least)
        && (Service is null || trace.Services.Contains(Service, StringComparer.OrdinalIgnoreCase))
        && (!ErrorsOnly || trace.Spans.Any(s => s.IsError))
        && (Name is null || trace.Spans.Any(s => Holds(s.Name, Name)))
        && (Text is null || trace.Id.StartsWith(Text, StringComparison.OrdinalIgnoreCase) || trace.Spans.Any(s => Mentions(s, Text)));

    private static bool Mentions(Span span, string text) =>
        Holds(span.Name, text) || Holds(span.StatusMessage, text) || span.Tags.Any(t => Holds(t.Value, text) || Holds(t.Key, text));

    private static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
