using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Reads <c>ExportTraceServiceRequest</c> (opentelemetry/proto/trace/v1).</summary>
internal static class TraceReader
{
    public static List<Span> Read(byte[] request)
    {
        var spans = new List<Span>();
        Envelope.Read(request, (source, scope, span) => spans.Add(ReadSpan(source, scope, span)));
        return spans;
    }

    private static Span ReadSpan(TelemetrySource source, string scope, Message span)
    {
        string traceId = "",
            spanId = "",
            name = "",
            statusMessage = "";
        string? parentId = null;
        var kind = SpanKind.Unspecified;
        long start = 0,
            end = 0,
            status = 0;
        var tags = new List<Tag>();
        var events = new List<SpanEvent>();
        var links = new List<SpanLink>();

        while (span.Next())
        {
            switch (span.Field)
            {
                case 1:
                    traceId = Id(span, 16);
                    break;
                case 2:
                    spanId = Id(span, 8);
                    break;
                case 4:
                    parentId = Envelope.OptionalId(span.Bytes(), 8);
                    break;
                case 5:
                    name = TagReader.Keep(span.Text());
                    break;
                case 6:
                    kind = span.Integer() is var k and >= 0 and <= 5 ? (SpanKind)k : SpanKind.Unspecified;
                    break;
                case 7:
                    start = Nanoseconds.From(span.Fixed64());
                    break;
                case 8:
                    end = Nanoseconds.From(span.Fixed64());
                    break;
                case 9:
                    TagReader.Add(span.Nested(), tags);
                    break;
                case 11:
                    Bounded(events, ReadEvent(span.Nested()));
                    break;
                case 13:
                    Bounded(links, ReadLink(span.Nested()));
                    break;
                case 15:
                    (status, statusMessage) = ReadStatus(span.Nested());
                    break;
                default:
                    span.Skip();
                    break;
            }
        }

        if (traceId.Length == 0 || spanId.Length == 0)
        {
            throw new MalformedTelemetryException("A span has no trace id or no span id.");
        }
        return new Span(
            source,
            scope,
            traceId,
            spanId,
            parentId,
            name,
            kind,
            start,
            Math.Max(start, end),
            IsError: status == 2,
            statusMessage,
            tags,
            events,
            links
        );
    }

    private static SpanEvent ReadEvent(Message message)
    {
        long at = 0;
        var name = "";
        var tags = new List<Tag>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1:
                    at = Nanoseconds.From(message.Fixed64());
                    break;
                case 2:
                    name = TagReader.Keep(message.Text());
                    break;
                case 3:
                    TagReader.Add(message.Nested(), tags);
                    break;
                default:
                    message.Skip();
                    break;
            }
        }
        return new SpanEvent(Nanoseconds.ToInstant(at), name, tags);
    }

    private static SpanLink ReadLink(Message message)
    {
        string traceId = "",
            spanId = "";
        var tags = new List<Tag>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1:
                    traceId = Id(message, 16);
                    break;
                case 2:
                    spanId = Id(message, 8);
                    break;
                case 4:
                    TagReader.Add(message.Nested(), tags);
                    break;
                default:
                    message.Skip();
                    break;
            }
        }
        return new SpanLink(traceId, spanId, tags);
    }

    private static (long Code, string Message) ReadStatus(Message message)
    {
        long code = 0;
        var text = "";
        while (message.Next())
        {
            switch (message.Field)
            {
                case 2:
                    text = TagReader.Keep(message.Text());
                    break;
                case 3:
                    code = message.Integer();
                    break;
                default:
                    message.Skip();
                    break;
            }
        }
        return (code, text);
    }

    private static string Id(Message message, int length) =>
        Envelope.OptionalId(message.Bytes(), length)
        ?? throw new MalformedTelemetryException($"A trace or span id is not {length} bytes, or is all zeros.");

    private static void Bounded<T>(List<T> list, T item)
    {
        if (list.Count < 128)
        {
            list.Add(item);
        }
    }
}
