namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

internal enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}

internal sealed record SpanEvent(DateTimeOffset At, string Name, IReadOnlyList<Tag> Tags);

internal sealed record SpanLink(string TraceId, string SpanId, IReadOnlyList<Tag> Tags);

/// <summary>One step of a trace, as its service reported it.</summary>
/// <param name="TraceId">32 lower-case hexadecimal digits.</param>
/// <param name="SpanId">16 lower-case hexadecimal digits.</param>
/// <param name="ParentId">The span that caused this one, which may arrive later or never; null for a root.</param>
/// <param name="Start">Nanoseconds since the Unix epoch, by the sender's clock.</param>
/// <param name="End">As <paramref name="Start"/>, and never before it.</param>
internal sealed record Span(
    TelemetrySource Source,
    string Scope,
    string TraceId,
    string SpanId,
    string? ParentId,
    string Name,
    SpanKind Kind,
    long Start,
    long End,
    bool IsError,
    string StatusMessage,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<SpanEvent> Events,
    IReadOnlyList<SpanLink> Links
)
{
    public TimeSpan Duration => Nanoseconds.Between(Start, End);

    /// <summary>What a client, producer or consumer span talks to: the broker, the database or the address called.</summary>
    public string? Peer =>
        Tags.Find("messaging.system")
        ?? Tags.Find("db.system.name")
        ?? Tags.Find("db.system")
        ?? (Kind == SpanKind.Client ? Tags.Find("server.address") : null);

    /// <summary>About how many characters this span keeps in memory.</summary>
    public int Weight =>
        200
        + Name.Length
        + StatusMessage.Length
        + Tags.Sum(WeightOf)
        + Events.Sum(e => 64 + e.Name.Length + e.Tags.Sum(WeightOf))
        + Links.Sum(l => 64 + l.Tags.Sum(WeightOf));

    private static int WeightOf(Tag tag) => 16 + tag.Value.Length;
}
