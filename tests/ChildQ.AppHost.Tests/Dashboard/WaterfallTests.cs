using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

public sealed class WaterfallTests
{
    [Fact]
    public void Spans_follow_their_parent_in_order_of_start_however_they_arrived()
    {
        var rows = Rows(
            A.Span("grandchild", "late", start: 60, end: 70),
            A.Span("late", "root", start: 50, end: 90),
            A.Span("early", "root", start: 10, end: 40),
            A.Span("root", start: 0, end: 100)
        );

        Assert.Equal(["0 root", "1 early", "1 late", "2 grandchild"], rows);
    }

    [Fact]
    public void A_span_whose_parent_has_not_arrived_stands_on_the_first_level_and_says_so()
    {
        var rows = Waterfall.Of(
            Trace(A.Span("root", start: 0), A.Span("orphan", "never-sent", start: 20), A.Span("its child", "orphan", start: 30))
        );

        Assert.Equal(["root", "orphan", "its child"], rows.Select(r => r.Span.SpanId));
        Assert.Equal([0, 0, 1], rows.Select(r => r.Depth));
        Assert.Equal([false, true, false], rows.Select(r => r.ParentMissing));
    }

    [Fact]
    public void Equal_clocks_give_the_same_picture_in_every_order_of_arrival()
    {
        var spans = new[] { A.Span("c", "a"), A.Span("a"), A.Span("b", "a"), A.Span("short", "a", end: 50) };

        foreach (var order in new[] { spans, [.. spans.Reverse()], [spans[2], spans[0], spans[3], spans[1]] })
        {
            Assert.Equal(["0 a", "1 b", "1 c", "1 short"], Rows(order));
        }
    }

    [Fact]
    public void Spans_that_name_each_other_as_parents_are_shown_once_each()
    {
        Assert.Equal(
            ["0 a", "1 b", "0 self"],
            Rows(A.Span("a", "b", start: 1), A.Span("b", "a", start: 2), A.Span("self", "self", start: 3))
        );
    }

    [Fact]
    public void A_chain_of_ten_thousand_spans_does_not_exhaust_the_stack()
    {
        var chain = Enumerable.Range(0, 10_000).Select(i => A.Span($"{i:00000}", i == 0 ? null : $"{i - 1:00000}", start: i)).Reverse();

        Assert.Equal(9_999, Waterfall.Of(Trace([.. chain]))[^1].Depth);
    }

    [Fact]
    public void Bars_lie_where_the_span_lay_in_the_trace()
    {
        var rows = Waterfall.Of(Trace(A.Span("root", start: 1_000, end: 1_400), A.Span("child", "root", start: 1_100, end: 1_200)));

        Assert.Equal((0.25, 0.25), (rows[1].Offset, rows[1].Length));
        Assert.Equal((0.0, 1.0), (rows[0].Offset, rows[0].Length));
    }

    [Fact]
    public void A_child_whose_clock_is_ahead_of_its_parents_still_lies_within_the_trace()
    {
        var rows = Waterfall.Of(Trace(A.Span("root", start: 50, end: 100), A.Span("child", "root", start: 0, end: 60)));

        Assert.All(rows, r => Assert.InRange(r.Offset, 0, 1));
        Assert.Equal(["root", "child"], rows.Select(r => r.Span.SpanId));
    }

    private static IEnumerable<string> Rows(params Span[] spans) => Waterfall.Of(Trace(spans)).Select(r => $"{r.Depth} {r.Span.SpanId}");

    private static Trace Trace(params Span[] spans) => Local.Dashboard.Telemetry.Trace.From(A.TraceId, spans, 0);
}
