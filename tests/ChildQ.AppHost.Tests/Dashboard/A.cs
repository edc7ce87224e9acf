using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>Builds telemetry for tests: <c>A.Span("b", parent: "a", start: 2, end: 5)</c>, times in nanoseconds.</summary>
internal static class A
{
    public static readonly string TraceId = new('a', 32);

    public static Span Span(
        string id,
        string? parent = null,
        long start = 0,
        long end = 100,
        string service = "schools",
        string? trace = null,
        string? name = null,
        bool isError = false,
        params Tag[] tags
    ) =>
        new(
            TelemetrySource.From([new Tag("service.name", service)]),
            "test",
            trace ?? TraceId,
            id,
            parent,
            name ?? id,
            SpanKind.Internal,
            start,
            end,
            isError,
            "",
            tags,
            [],
            []
        );
}
