using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class MetricsPage
{
    public static IResult Show(NotableMetrics metrics)
    {
        var palette = new Palette();
        return Layout.Page(
            "Metrics",
            "/metrics",
            Html.Of(
                $"""
                <p class="summary">The last ten minutes, in slots of ten seconds. Numbers in tables are of the last minute, or of now.</p>
                {Requests(metrics, palette)}
                {Outbox(metrics, palette)}
                {Queues(metrics, palette)}
                {Consumers(metrics)}
                {Memory(metrics, palette)}
                """
            ),
            isLive: true
        );
    }

    private static Html Requests(NotableMetrics metrics, Palette palette)
    {
        var requests = metrics.Requests();
        var table = Table(
            "Requests by service, last minute",
            ["Service", "Per second", "Mean (ms)", "95 % within (ms)", "Failed (5xx)"],
            requests,
            r =>
                Html.Of(
                    $"""<tr><th scope="row">{palette.Swatch(r.Service)}{r.Service}</th>{Numbers(r.PerSecond, r.LastMinute.MeanMilliseconds, r.LastMinute.Percentile95Milliseconds, r.LastMinute.Failed)}</tr>"""
                ),
            "No service has answered a request yet."
        );
        return Section(
            "Requests",
            "Health checks are left out.",
            [ChartSvg.Draw(metrics.RequestRate(requests), palette), ChartSvg.Draw(metrics.RequestTime(requests), palette)],
            table
        );
    }

    private static Html Outbox(NotableMetrics metrics, Palette palette) =>
        Section(
            "Outbox",
            "Events that are committed in a service’s database and not yet with the broker.",
            [ChartSvg.Draw(metrics.OutboxLagChart(), palette), ChartSvg.Draw(metrics.OutboxPendingChart(), palette)],
            Table(
                "Outbox by service, now",
                ["Service", "Waiting", "Oldest waits (s)"],
                metrics.Outboxes(),
                o => Html.Of($"""<tr><th scope="row">{palette.Swatch(o.Service)}{o.Service}</th>{Numbers(o.Pending, o.LagSeconds)}</tr>"""),
                "No service has reported its outbox yet."
            )
        );

    private static Html Queues(NotableMetrics metrics, Palette palette) =>
        Section(
            "Queues",
            "The chart shows the ten deepest.",
            [ChartSvg.Draw(metrics.QueueDepth(), palette)],
            Table(
                "Queues, now",
                ["Queue", "Messages", "Being handled", "Consumers"],
                metrics.Queues().OrderByDescending(q => q.Messages).ThenBy(q => q.Name, StringComparer.Ordinal),
                q =>
                    Html.Of(
                        $"""<tr><th scope="row">{palette.Swatch(q.Name)}{q.Name}{Html.When(q.HoldsFailures && q.Messages > 0, () => Html.Of($" <span class=\"state bad\">failed messages</span>"))}</th>{Numbers(q.Messages, q.Unacknowledged, q.Consumers)}</tr>"""
                    ),
                "RabbitMQ’s management API has not answered yet."
            )
        );

    private static Html Consumers(NotableMetrics metrics) =>
        Section(
            "Consumer failures",
            "Since each service started.",
            [],
            Table(
                "Consumer failures by service",
                ["Service", "Of", "Failures"],
                metrics.ConsumerFailures(),
                f => Html.Of($"""<tr><th scope="row">{f.Service}</th><td>{f.What}</td>{Numbers(f.Count)}</tr>"""),
                "None reported.",
                textColumns: 2
            )
        );

    private static Html Memory(NotableMetrics metrics, Palette palette) =>
        Section(
            "Memory",
            "Memory of each process and its children: its own, and its share of what it shares.",
            [ChartSvg.Draw(metrics.Memory(), palette)],
            Table(
                "Memory by process, now",
                ["Process", "Memory (MB)"],
                metrics.Processes(),
                p => Html.Of($"""<tr><th scope="row">{palette.Swatch(p.Name)}{p.Name}</th>{Numbers(p.MemoryBytes / 1_000_000.0)}</tr>"""),
                "No process runs yet."
            )
        );

    private static Html Section(string title, string hint, IReadOnlyList<Html> charts, Html table) =>
        Html.Of(
            $"""
            <section aria-label="{title}">
            <h2>{title}</h2>
            <p class="hint">{hint}</p>
            <div class="beside">{Html.When(
                charts.Count > 0,
                () => Html.Of($"<div>{Html.Each(charts, c => c)}</div>")
            )}<div>{table}</div></div>
            </section>
            """
        );

    private static Html Table<T>(
        string caption,
        IReadOnlyList<string> columns,
        IEnumerable<T> items,
        Func<T, Html> row,
        string none,
        int textColumns = 1
    )
    {
        var rows = items.ToList();
        return rows.Count == 0
            ? Html.Of($"<p>{none}</p>")
            : Html.Of(
                $"""
                <div class="scroll" tabindex="0" role="region" aria-label="{caption}">
                <table>
                <caption>{caption}</caption>
                <thead><tr>{Html.Each(
                    columns.Index(),
                    c =>
                        c.Index < textColumns ? Html.Of($"<th scope=\"col\">{c.Item}</th>") : Html.Of($"<th scope=\"col\" class=\"n\">{c.Item}</th>")
                )}</tr></thead>
                <tbody>{Html.Each(rows, row)}</tbody>
                </table>
                </div>
                """
            );
    }

    private static Html Numbers(params double?[] values) => Html.Each(values, v => Html.Of($"<td class=\"n\">{Words.Number(v)}</td>"));
}
