using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class PageRoutes
{
    /// <param name="stopping">Ends streams that would otherwise outlast the dashboard.</param>
    public static void MapPages(
        this IEndpointRouteBuilder routes,
        ReceivedTelemetry telemetry,
        IResourceFeed feed,
        Func<NotableMetrics> metrics,
        TimeProvider clock,
        CancellationToken stopping
    )
    {
        routes.MapGet("/", () => ResourcesPage.Show(feed, clock));
        routes.MapGet("/logs", (HttpRequest request) => OutputPage.Show(feed, Queries.Field(request.Query, "resource")));
        routes.MapGet(
            "/logs/stream",
            (HttpRequest request, long after = 0) => OutputPage.Stream(feed, Queries.Field(request.Query, "resource"), after, stopping)
        );
        routes.MapGet("/records", (HttpRequest request) => RecordsPage.Show(telemetry, feed, Queries.Records(request.Query)));
        routes.MapGet(
            "/traces",
            (HttpRequest request) =>
            {
                var (query, problem) = Queries.Traces(request.Query);
                return TracesPage.Show(telemetry.Traces, query, problem);
            }
        );
        routes.MapGet("/traces/{id}", (string id, bool all = false) => TracePage.Show(telemetry, id, all));
        routes.MapGet("/metrics", () => MetricsPage.Show(metrics()));
        routes.MapGet("/dashboard.css", () => Results.Text(Styles.Css, "text/css"));
        routes.MapGet("/dashboard.js", () => Results.Text(Script.JavaScript, "text/javascript"));
        routes.MapGet("/icon.svg", () => Results.Text(Styles.Icon, "image/svg+xml"));
        routes.MapFallback(() =>
            Layout.Page(
                "No such page",
                "",
                Html.Of($"<p>Begin with the <a href=\"/\">resources</a>.</p>"),
                status: StatusCodes.Status404NotFound
            )
        );
    }
}
