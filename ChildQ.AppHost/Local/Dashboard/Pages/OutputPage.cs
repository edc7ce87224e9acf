using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>What a resource writes to its console, line by line; live where the browser runs the script.</summary>
internal static class OutputPage
{
    private const int Shown = 500;

    public static IResult Show(IResourceFeed feed, string? resource)
    {
        var resources = feed.Resources;
        var lines = Lines(feed, resource);
        var stream = resource is null ? "/logs/stream" : $"/logs/stream?resource={Uri.EscapeDataString(resource)}";
        var last = lines.Count > 0 ? lines[^1].At.UtcTicks : 0;
        return Layout.Page(
            resource is null ? "Output" : $"Output of {resource}",
            "/logs",
            Html.Of(
                $"""
                <form method="get" action="/logs" class="filter">
                <div><label for="resource">Resource</label>
                <select id="resource" name="resource">{Layout.Option("", "All", resource is null)}{Html.Each(
                    resources,
                    r => Layout.Option(r.Name, r.Name, string.Equals(r.Name, resource, StringComparison.Ordinal))
                )}</select></div>
                <button>Show</button>
                <p class="hint" id="follow" data-stream="{stream}" data-after="{last}">The last {Shown} lines. Load the page again for newer ones.</p>
                </form>
                <div class="scroll output" id="output" tabindex="0" role="region" aria-label="Output">
                <table class="lines">
                <thead><tr><th scope="col">Time</th><th scope="col">Resource</th><th scope="col">Line</th></tr></thead>
                <tbody>{Html.Each(lines, Row)}</tbody>
                </table>
                </div>
                """
            )
        );
    }

    /// <summary>Lines after the one that the page showed last, then each as it is written.</summary>
    public static IResult Stream(IResourceFeed feed, string? resource, long after, CancellationToken ct) =>
        TypedResults.ServerSentEvents(FollowAsync(feed, resource, after, ct));

    private static async IAsyncEnumerable<SseItem<StreamedLine>> FollowAsync(
        IResourceFeed feed,
        string? resource,
        long after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var live = feed.Follow(resource, stop.Token).GetAsyncEnumerator(stop.Token);
        // Following begins before the backlog is read, so that nothing falls between; what comes by both ways is sent once.
        var next = live.MoveNextAsync().AsTask();
        try
        {
            var sent = new HashSet<LogLine>();
            foreach (var line in Lines(feed, resource).Where(l => l.At.UtcTicks > after))
            {
                sent.Add(line);
                yield return Item(line);
            }
            while (await next)
            {
                var line = live.Current;
                next = live.MoveNextAsync().AsTask();
                if (!sent.Remove(line))
                {
                    yield return Item(line);
                }
            }
        }
        finally
        {
            // An enumerator may only be disposed of once it has stopped moving.
            await stop.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await live.DisposeAsync();
        }
    }

    private static List<LogLine> Lines(IResourceFeed feed, string? resource) =>
        resource is not null
            ? [.. feed.Logs(resource, Shown)]
            : [.. feed.Resources.SelectMany(r => feed.Logs(r.Name, Shown)).OrderBy(l => l.At).TakeLast(Shown)];

    private static SseItem<StreamedLine> Item(LogLine line) =>
        new(
            new StreamedLine(
                line.At,
                line.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
                line.At.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                line.Resource,
                line.Text,
                line.IsError
            )
        );

    private static Html Row(LogLine line) =>
        Html.Of(
            $"<tr{(line.IsError ? Html.Of($" class=\"error\"") : Html.Empty)}><td>{Words.Time(line.At)}</td><td>{line.Resource}</td><td class=\"message\"><code>{line.Text}</code></td></tr>\n"
        );

    /// <param name="Ticks">As text: a script's numbers are too short for it.</param>
    private sealed record StreamedLine(DateTimeOffset At, string Ticks, string Time, string Resource, string Text, bool IsError);
}
