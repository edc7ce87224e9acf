using System.Globalization;
using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>One trace as a waterfall: who did what for whom, when, for how long.</summary>
internal static class TracePage
{
    private const int MostRows = 1_000;
    private const int DeepestIndent = 16;

    public static IResult Show(ReceivedTelemetry telemetry, string id, bool all)
    {
        if (telemetry.Traces.Find(id) is not { } trace)
        {
            return Layout.Page(
                "No such trace",
                "/traces",
                Html.Of(
                    $"<p>Trace <code>{id}</code> has not arrived, or has been forgotten to make room. <a href=\"/traces\">All traces</a></p>"
                ),
                status: StatusCodes.Status404NotFound
            );
        }
        var rows = Waterfall.Of(trace);
        var shown = all ? rows : [.. rows.Take(MostRows)];
        var palette = new Palette();
        var records = telemetry.Logs.Search(new LogQuery(TraceId: id, Take: 500)).OrderBy(r => r.At).ToList();
        return Layout.Page(
            $"{trace.Root.Source.Service}: {trace.Root.Name}",
            "/traces",
            Html.Of(
                $"""
                <dl class="facts">
                <div><dt>Trace</dt><dd><code>{trace.Id}</code></dd></div>
                <div><dt>Began</dt><dd>{Words.Time(trace.At)}</dd></div>
                <div><dt>Lasted</dt><dd>{Words.Duration(trace.Duration)}</dd></div>
                <div><dt>Spans</dt><dd>{trace.Spans.Count}</dd></div>
                <div><dt>Errors</dt><dd>{(
                    trace.Errors > 0 ? Html.Of($"<span class=\"state bad\">{trace.Errors}</span>") : Html.Of($"0")
                )}</dd></div>
                </dl>
                <h2>Path</h2>
                <ol class="path">{Html.Each(Path(trace), p => Html.Of($"<li>{palette.Swatch(p)}{p}</li>"))}</ol>
                <h2>Waterfall</h2>
                {Notes(trace, rows, shown)}
                <div class="scroll" tabindex="0" role="region" aria-label="Waterfall">
                <div class="waterfall">
                <div class="scale" aria-hidden="true"><span>Span</span><span>{Scale(
                    trace.Duration
                )}</span><span class="n">Duration</span></div>
                <ol>{Html.Each(shown, r => Row(trace, r, palette))}</ol>
                </div>
                </div>
                <h2>Log records of this trace</h2>
                {RecordsPage.Table(records, withTrace: false)}
                """
            ),
            isLive: true
        );
    }

    /// <summary>Services, and the brokers and databases they talk to, in the order in which they first took part.</summary>
    private static IEnumerable<string> Path(Trace trace) =>
        trace
            .Spans.SelectMany(s => s.Kind == SpanKind.Consumer ? new[] { s.Peer, s.Source.Service } : [s.Source.Service, s.Peer])
            .OfType<string>()
            .Where(p => p is not ("localhost" or "127.0.0.1"))
            .Distinct(StringComparer.Ordinal);

    private static Html Notes(Trace trace, IReadOnlyList<WaterfallRow> rows, IReadOnlyList<WaterfallRow> shown)
    {
        var orphans = rows.Count(r => r.ParentMissing);
        return Html.Of(
            $"""
            {Html.When(
                orphans > 0,
                () => Html.Of($"<p class=\"hint\">{Words.Plural(orphans, "span names", "spans name")} a parent that has not arrived.</p>")
            )}
            {Html.When(
                trace.Dropped > 0,
                () =>
                    Html.Of(
                        $"<p class=\"hint\">{Words.Plural(trace.Dropped, "span was", "spans were")} not kept: the trace is too large.</p>"
                    )
            )}
            {Html.When(
                shown.Count < rows.Count,
                () =>
                    Html.Of(
                        $"<p class=\"hint\">The first {shown.Count:#,0} of {rows.Count:#,0} spans. <a href=\"?all=true\">Show all</a></p>"
                    )
            )}
            """
        );
    }

    private static Html Scale(TimeSpan whole) =>
        Html.Each(new[] { 0, 0.25, 0.5, 0.75 }, part => Html.Of($"<i>{(part == 0 ? "0" : Words.Duration(whole * part))}</i>"));

    private static Html Row(Trace trace, WaterfallRow row, Palette palette)
    {
        var span = row.Span;
        return Html.Of(
            $"""
            <li><details{(span.IsError ? Html.Of($" class=\"failed\"") : Html.Empty)}>
            <summary>
            <span class="what d{Math.Min(row.Depth, DeepestIndent)}">{palette.Swatch(
                span.Source.Service
            )}<b>{span.Source.Service}</b> {Marks(row)}{span.Name}</span>
            {Bar(row, palette)}
            <span class="n"><span class="unseen">starts at {Words.Duration(row.After(trace))}, lasts </span>{Words.Duration(
                span.Duration
            )}</span>
            </summary>
            {Details(trace, row)}
            </details></li>
            """
        );
    }

    private static Html Marks(WaterfallRow row)
    {
        var talksTo = row.Span.Peer is { } peer ? $" · {peer}" : "";
        return Html.Of(
            $"""
            {Html.When(row.Span.IsError, () => Html.Of($"<span class=\"state bad\">error</span> "))}
            {Html.When(row.ParentMissing, () => Html.Of($"<span class=\"kind\">parent missing</span> "))}
            {Html.When(
                row.Span.Kind > SpanKind.Internal,
                () => Html.Of($"<span class=\"kind\">{Words.Kind(row.Span.Kind)}{talksTo}</span> ")
            )}
            """
        );
    }

    private static Html Bar(WaterfallRow row, Palette palette)
    {
        static string Percent(double part) => (part * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
        var x = Math.Min(row.Offset, 0.997);
        return Html.Of(
            $"<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\"><rect class=\"{palette.Of(row.Span.Source.Service)}\" x=\"{Percent(x)}\" y=\"4\" width=\"{Percent(Math.Clamp(row.Length, 0.003, 1 - x))}\" height=\"12\" rx=\"2\"/></svg>"
        );
    }

    private static Html Details(Trace trace, WaterfallRow row)
    {
        var span = row.Span;
        List<Tag> own =
        [
            new("span id", span.SpanId),
            new("parent id", span.ParentId ?? "none"),
            new("kind", Words.Kind(span.Kind)),
            new("starts", $"{span.Start} ns, {Words.Duration(row.After(trace))} into the trace"),
            new("scope", span.Scope),
            new("instance", span.Source.Instance),
        ];
        if (span.StatusMessage.Length > 0)
        {
            own.Add(new Tag("status", span.StatusMessage));
        }
        return Html.Of(
            $"""
            <div class="inside">
            <h3>Attributes</h3>{TagTable.Of(span.Tags)}
            <h3>Span</h3>{TagTable.Of(own)}
            {Html.When(span.Events.Count > 0, () => Html.Of($"<h3>Events</h3>{Html.Each(span.Events, e => Event(trace, e))}"))}
            {Html.When(span.Links.Count > 0, () => Html.Of($"<h3>Links</h3><ul>{Html.Each(span.Links, Link)}</ul>"))}
            </div>
            """
        );
    }

    private static Html Event(Trace trace, SpanEvent spanEvent)
    {
        var after = spanEvent.At > trace.At ? spanEvent.At - trace.At : TimeSpan.Zero;
        return Html.Of(
            $"<div class=\"event\"><h4>{spanEvent.Name}, {Words.Duration(after)} into the trace</h4>{TagTable.Of(spanEvent.Tags)}</div>"
        );
    }

    private static Html Link(SpanLink link) =>
        Html.Of(
            $"<li><a href=\"/traces/{link.TraceId}\">Trace <code>{link.TraceId}</code></a>, span <code>{link.SpanId}</code>{TagTable.Of(link.Tags)}</li>"
        );
}
