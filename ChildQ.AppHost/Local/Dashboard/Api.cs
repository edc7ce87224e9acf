using System.Text.Json;
using System.Text.Json.Serialization;
using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>The pages' content as JSON, for tests and tools.</summary>
internal static class Api
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapApi(
        this IEndpointRouteBuilder routes,
        ReceivedTelemetry telemetry,
        IResourceFeed feed,
        Func<NotableMetrics> metrics
    )
    {
        var api = routes.MapGroup("/api");
        api.MapGet("/resources", () => Results.Json(feed.Resources, Json));
        api.MapGet(
            "/traces",
            (HttpRequest request) =>
                Queries.Traces(request.Query) is (var query, null)
                    ? Results.Json(telemetry.Traces.Search(query).Select(Summary), Json)
                    : Results.Json(
                        new { Problem = "minMs must be a number of milliseconds." },
                        Json,
                        statusCode: StatusCodes.Status400BadRequest
                    )
        );
        api.MapGet(
            "/traces/{id}",
            (string id) => telemetry.Traces.Find(id) is { } trace ? Results.Json(Whole(trace, telemetry), Json) : Results.NotFound()
        );
        api.MapGet(
            "/records",
            (HttpRequest request) => Results.Json(telemetry.Logs.Search(Queries.Records(request.Query)).Select(Record), Json)
        );
        api.MapGet("/metrics", () => Results.Json(Notable(metrics(), telemetry), Json));
    }

    private static object Summary(Trace trace) =>
        new
        {
            trace.Id,
            trace.At,
            Service = trace.Root.Source.Service,
            trace.Root.Name,
            DurationMs = trace.Duration.TotalMilliseconds,
            SpanCount = trace.Spans.Count,
            trace.Errors,
            trace.Services,
        };

    private static object Whole(Trace trace, ReceivedTelemetry telemetry) =>
        new
        {
            trace.Id,
            trace.At,
            DurationMs = trace.Duration.TotalMilliseconds,
            trace.Errors,
            trace.Services,
            trace.Dropped,
            Spans = Waterfall.Of(trace).Select(row => Row(trace, row)),
            Records = telemetry.Logs.Search(new LogQuery(TraceId: trace.Id, Take: 1_000)).Reverse().Select(Record),
        };

    private static object Row(Trace trace, WaterfallRow row) =>
        new
        {
            row.Span.SpanId,
            row.Span.ParentId,
            row.ParentMissing,
            row.Depth,
            row.Span.Source.Service,
            row.Span.Source.Instance,
            row.Span.Scope,
            row.Span.Name,
            row.Span.Kind,
            row.Span.Peer,
            OffsetMs = row.After(trace).TotalMilliseconds,
            DurationMs = row.Span.Duration.TotalMilliseconds,
            row.Span.IsError,
            row.Span.StatusMessage,
            Attributes = Attributes(row.Span.Tags),
            Events = row.Span.Events.Select(e => new
            {
                e.At,
                e.Name,
                Attributes = Attributes(e.Tags),
            }),
            Links = row.Span.Links.Select(l => new { l.TraceId, l.SpanId }),
        };

    private static object Record(LogRecord record) =>
        new
        {
            record.At,
            record.Source.Service,
            record.Source.Instance,
            record.Category,
            record.Severity,
            record.Body,
            record.TraceId,
            record.SpanId,
            Attributes = Attributes(record.Tags),
        };

    private static object Notable(NotableMetrics metrics, ReceivedTelemetry telemetry) =>
        new
        {
            Requests = metrics
                .Requests()
                .Select(r => new
                {
                    r.Service,
                    r.PerSecond,
                    r.LastMinute.MeanMilliseconds,
                    r.LastMinute.Percentile95Milliseconds,
                    FailedLastMinute = r.LastMinute.Failed,
                    Total = r.Slots.Sum(s => s.Count),
                }),
            Outbox = metrics.Outboxes(),
            ConsumerFailures = metrics.ConsumerFailures(),
            Queues = metrics.Queues(),
            Memory = metrics.Processes().Select(p => new { p.Name, p.MemoryBytes }),
            Latest = telemetry
                .Metrics.Latest()
                .Select(m => new
                {
                    m.Key.Service,
                    m.Key.Instance,
                    m.Key.Metric,
                    Attributes = m.Key.Tags,
                    m.Unit,
                    m.Latest.At,
                    m.Latest.Value,
                    m.Latest.Count,
                }),
        };

    private static Dictionary<string, string> Attributes(IReadOnlyList<Tag> tags)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            attributes[tag.Key] = tag.Value;
        }
        return attributes;
    }
}
