using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

public sealed class StoreTests
{
    [Fact]
    public void The_oldest_traces_go_whole_when_there_are_too_many_spans()
    {
        var store = new TraceStore(new TelemetryBounds(Spans: 5));

        store.Add([
            A.Span("1", trace: "old"),
            A.Span("2", trace: "old"),
            A.Span("3", trace: "new"),
            A.Span("4", trace: "new"),
            A.Span("5", trace: "new"),
        ]);
        Assert.Equal(2, store.TraceCount);
        store.Add([A.Span("6", trace: "new")]);

        Assert.Null(store.Find("old"));
        Assert.Equal(4, store.Find("new")!.Spans.Count);
        Assert.Equal((1, 4), (store.TraceCount, store.SpanCount));
    }

    [Fact]
    public void One_trace_cannot_push_out_all_others()
    {
        var store = new TraceStore(new TelemetryBounds(SpansPerTrace: 3));

        store.Add([A.Span("1", trace: "small")]);
        store.Add(Enumerable.Range(0, 10).Select(i => A.Span($"{i}", trace: "large")));

        Assert.NotNull(store.Find("small"));
        Assert.Equal((3, 7), (store.Find("large")!.Spans.Count, store.Find("large")!.Dropped));
    }

    [Fact]
    public void Long_texts_count_towards_the_bound()
    {
        var store = new TraceStore(new TelemetryBounds(Characters: 10_000));

        store.Add(Enumerable.Range(0, 10).Select(i => A.Span("1", trace: $"{i}", tags: new Tag("text", new string('x', 3_000)))));

        Assert.Equal(3, store.TraceCount);
        Assert.NotNull(store.Find("9"));
    }

    [Fact]
    public void Log_records_beyond_the_bound_are_forgotten_oldest_first()
    {
        var store = new LogStore(new TelemetryBounds(LogRecords: 3));

        store.Add(Enumerable.Range(0, 5).Select(i => Record($"{i}", DateTimeOffset.UnixEpoch.AddSeconds(i))));

        Assert.Equal(["4", "3", "2"], store.Search(new LogQuery()).Select(r => r.Body));
    }

    [Fact]
    public async Task Many_senders_and_readers_at_once_lose_nothing()
    {
        var store = new TraceStore(new TelemetryBounds());

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(sender =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 500; i++)
                        {
                            store.Add([A.Span($"{sender}-{i}", trace: $"{i % 50}")]);
                            store.Search(new TraceQuery(Text: "nothing", Take: 1));
                        }
                    })
                )
        );

        Assert.Equal((50, 4_000), (store.TraceCount, store.SpanCount));
    }

    public static TheoryData<string, string[]> Searches =>
        new()
        {
            { "service=oversight", ["slow"] },
            { "minMs=1", ["slow"] },
            { "error=true", ["failed"] },
            { "text=SELECT", ["fast"] },
            { "text=slo", ["slow"] },
            { "name=receive", ["slow"] },
            { "service=schools", ["failed", "fast", "slow"] },
            { "service=schools&error=true&text=nothing", [] },
            { "take=1", ["slow"] },
            { "service=&minMs=&text=", ["failed", "fast", "slow"] },
        };

    [Theory]
    [MemberData(nameof(Searches))]
    public void Traces_are_found_by_what_is_asked(string query, string[] found)
    {
        var store = new TraceStore(new TelemetryBounds());
        store.Add([
            A.Span("1", trace: "fast", start: 1, tags: new Tag("db.query.text", "select 1")),
            A.Span("2", trace: "failed", start: 2, isError: true),
            A.Span("3", trace: "slow", start: 3, end: 5_000_000),
            A.Span("4", "3", trace: "slow", start: 4, service: "oversight", name: "ProtocolPublished receive"),
        ]);
        var parsed = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);

        var (asked, problem) = Local.Dashboard.Queries.Traces(new Microsoft.AspNetCore.Http.QueryCollection(parsed));

        Assert.Null(problem);
        Assert.Equal(found, store.Search(asked).Select(t => t.Id).Order(StringComparer.Ordinal));
    }

    private static LogRecord Record(string body, DateTimeOffset at) =>
        new(TelemetrySource.From([]), "category", at, LogSeverity.Information, body, null, null, []);
}
