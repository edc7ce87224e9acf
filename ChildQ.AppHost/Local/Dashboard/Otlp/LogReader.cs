using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Reads <c>ExportLogsServiceRequest</c> (opentelemetry/proto/logs/v1).</summary>
internal static class LogReader
{
    public static List<LogRecord> Read(byte[] request)
    {
        var records = new List<LogRecord>();
        Envelope.Read(request, (source, scope, record) => records.Add(ReadRecord(source, scope, record)));
        return records;
    }

    private static LogRecord ReadRecord(TelemetrySource source, string category, Message record)
    {
        long at = 0,
            observed = 0,
            severity = 0;
        var body = "";
        string? traceId = null,
            spanId = null;
        var tags = new List<Tag>();
        while (record.Next())
        {
            switch (record.Field)
            {
                case 1:
                    at = Nanoseconds.From(record.Fixed64());
                    break;
                case 2:
                    severity = record.Integer();
                    break;
                case 5:
                    body = TagReader.Value(record.Nested());
                    break;
                case 6:
                    TagReader.Add(record.Nested(), tags);
                    break;
                case 9:
                    traceId = Envelope.OptionalId(record.Bytes(), 16);
                    break;
                case 10:
                    spanId = Envelope.OptionalId(record.Bytes(), 8);
                    break;
                case 11:
                    observed = Nanoseconds.From(record.Fixed64());
                    break;
                default:
                    record.Skip();
                    break;
            }
        }
        var instant = Nanoseconds.ToInstant(at == 0 ? observed : at);
        return new LogRecord(source, category, instant, Severity(severity), body, traceId, spanId, tags);
    }

    // OTLP numbers severities 1 to 24 in six groups of four.
    private static LogSeverity Severity(long number) =>
        number is < 1 or > 24 ? LogSeverity.Unspecified : (LogSeverity)(((number - 1) / 4) + 1);
}
