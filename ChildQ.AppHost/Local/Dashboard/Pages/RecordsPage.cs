using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>Structured log records, each with the trace in which it was written.</summary>
internal static class RecordsPage
{
    private static readonly LogSeverity[] Severities = [LogSeverity.Information, LogSeverity.Warning, LogSeverity.Error];

    public static IResult Show(ReceivedTelemetry telemetry, IResourceFeed feed, LogQuery query)
    {
        var records = telemetry.Logs.Search(query);
        var services = feed.Resources.Where(r => r.Kind is "Project").Select(r => r.Name);
        return Layout.Page(
            "Log records",
            "/records",
            Html.Of(
                $"""
                <p class="summary">{Words.Plural(records.Count, "record")} of {telemetry.Logs.Count:#,0} kept, newest first.</p>
                {Table(records, withTrace: true)}
                """
            ),
            Html.Of(
                $"""
                <form method="get" action="/records" class="filter">
                <div><label for="service">Service</label>
                <select id="service" name="service">{Layout.Option("", "All", query.Service is null)}{Html.Each(
                    services,
                    s => Layout.Option(s, s, string.Equals(s, query.Service, StringComparison.Ordinal))
                )}</select></div>
                <div><label for="severity">At least</label>
                <select id="severity" name="severity">{Layout.Option("", "Everything", query.AtLeast == LogSeverity.Unspecified)}{Html.Each(
                    Severities,
                    s => Layout.Option(s.ToString(), s.ToString(), s == query.AtLeast)
                )}</select></div>
                <div><label for="text">Text</label><input id="text" name="text" value="{query.Text}"></div>
                <div><label for="trace">Trace id</label><input id="trace" name="trace" value="{query.TraceId}" class="id"></div>
                <button>Search</button>
                </form>
                """
            ),
            isLive: true
        );
    }

    public static Html Table(IReadOnlyList<LogRecord> records, bool withTrace) =>
        records.Count == 0
            ? Html.Of($"<p>No records.</p>")
            : Html.Of(
                $"""
                <div class="scroll" tabindex="0" role="region" aria-label="Log records">
                <table class="lines">
                <thead><tr><th scope="col">Time</th><th scope="col">Service</th><th scope="col">Severity</th><th scope="col">Message</th>{Html.When(
                    withTrace,
                    () => Html.Of($"<th scope=\"col\">Trace</th>")
                )}</tr></thead>
                <tbody>{Html.Each(records, r => Row(r, withTrace))}</tbody>
                </table>
                </div>
                """
            );

    private static Html Row(LogRecord record, bool withTrace) =>
        Html.Of(
            $"""
            <tr{(record.Severity >= LogSeverity.Error ? Html.Of($" class=\"error\"") : Html.Empty)}>
            <td>{Words.Time(record.At)}</td><td>{record.Source.Service}</td><td>{record.Severity.ToString()}</td>
            <td class="message"><details><summary><code>{record.Body}</code></summary>{TagTable.Of([
                new Tag("category", record.Category),
                .. record.Tags,
            ])}</details></td>
            {Html.When(withTrace, () => Html.Of($"<td class=\"short\">{TraceLink(record.TraceId)}</td>"))}
            </tr>
            """
        );

    private static Html TraceLink(string? traceId) =>
        traceId is null
            ? Html.Empty
            : Html.Of($"<a href=\"/traces/{traceId}\"><span class=\"unseen\">Trace </span><code>{Words.Short(traceId)}</code></a>");
}
