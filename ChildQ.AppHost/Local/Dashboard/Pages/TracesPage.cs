using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class TracesPage
{
    public static IResult Show(TraceStore traces, TraceQuery query, string? problem)
    {
        var found = problem is null ? traces.Search(query) : [];
        var palette = new Palette();
        return Layout.Page(
            "Traces",
            "/traces",
            Html.Of(
                $"""
                {Html.When(problem is not null, () => Html.Of($"<p class=\"bad\" role=\"alert\">{problem}</p>"))}
                <p class="summary">{Words.Plural(
                    found.Count,
                    "trace"
                )} shown of {traces.TraceCount:#,0} kept ({traces.SpanCount:#,0} spans), newest first.</p>
                <div class="scroll" tabindex="0" role="region" aria-label="Traces">
                <table>
                <thead><tr>
                <th scope="col">Time</th><th scope="col">What</th><th scope="col">Services</th><th scope="col" class="n">Spans</th>
                <th scope="col" class="n">Errors</th><th scope="col" class="n">Duration</th><th scope="col">Trace</th>
                </tr></thead>
                <tbody>{Html.Each(found, t => Row(t, palette))}</tbody>
                </table>
                </div>
                """
            ),
            Form(traces, query),
            isLive: problem is null,
            status: problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static Html Form(TraceStore traces, TraceQuery query) =>
        Html.Of(
            $"""
            <form method="get" action="/traces" class="filter">
            <div><label for="service">Service</label>
            <select id="service" name="service">{Layout.Option("", "All", query.Service is null)}{Html.Each(
                traces.Services(),
                s => Layout.Option(s, s, string.Equals(s, query.Service, StringComparison.OrdinalIgnoreCase))
            )}</select></div>
            <div><label for="name">Span name</label><input id="name" name="name" value="{query.Name}"></div>
            <div><label for="text">Trace id or text</label><input id="text" name="text" value="{query.Text}"></div>
            <div><label for="minMs">At least (ms)</label><input id="minMs" name="minMs" inputmode="decimal" size="6" value="{query.MinMilliseconds?.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )}"></div>
            <div class="check"><input type="checkbox" id="error" name="error" value="true"{(
                query.ErrorsOnly ? Html.Of($" checked") : Html.Empty
            )}><label for="error">Errors only</label></div>
            <button>Search</button>
            </form>
            """
        );

    private static Html Row(Trace trace, Palette palette) =>
        Html.Of(
            $"""
            <tr>
            <td>{Words.Time(trace.At)}</td>
            <th scope="row"><a href="/traces/{trace.Id}">{trace.Root.Source.Service}: {trace.Root.Name}</a></th>
            <td>{Html.Each(trace.Services, s => Html.Of($"<span class=\"service\">{palette.Swatch(s)}{s}</span> "))}</td>
            <td class="n">{trace.Spans.Count}</td>
            <td class="n">{(trace.Errors > 0 ? Html.Of($"<span class=\"state bad\">{trace.Errors}</span>") : Html.Of($"0"))}</td>
            <td class="n">{Words.Duration(trace.Duration)}</td>
            <td class="short"><code>{Words.Short(trace.Id)}</code></td>
            </tr>
            """
        );
}
