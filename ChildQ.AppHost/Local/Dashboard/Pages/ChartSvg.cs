using System.Globalization;
using System.Text;
using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>A line chart as inline SVG. The table beside it says the same in numbers, and which line is whose.</summary>
internal static class ChartSvg
{
    private const double Width = 560;
    private const double Height = 150;
    private const double Left = 48;
    private const double Bottom = 20;
    private const double Top = 8;

    public static Html Draw(Chart chart, Palette palette)
    {
        var highest = Nice(chart.Lines.SelectMany(l => l.Values).Max() ?? 0);
        var named = string.Join(", ", chart.Lines.Select(l => l.Name));
        return Html.Of(
            $"""
            <figure class="chart">
            <figcaption>{chart.Title}{(chart.Unit.Length > 0 ? $" ({chart.Unit})" : "")}</figcaption>
            <svg viewBox="0 0 560 150" role="img" aria-label="{chart.Title}, {chart.From.ToLocalTime():HH:mm} to {chart.Until.ToLocalTime():HH:mm}, of {(
                named.Length > 0 ? named : "nothing yet"
            )}. The table has the numbers.">
            {Html.Each(new[] { 0, 0.5, 1 }, part => Grid(part, highest))}
            {Html.Each(new[] { 0, 0.5, 1 }, part => TimeLabel(chart, part))}
            {Html.Each(chart.Lines, l => Line(l, highest, palette))}
            </svg>
            </figure>
            """
        );
    }

    private static Html Grid(double part, double highest) =>
        Html.Of(
            $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{Y(part)}\" y2=\"{Y(part)}\"/><text x=\"{Left - 6}\" y=\"{Y(part) + 4}\" text-anchor=\"end\">{Label(part * highest)}</text>"
        );

    private static Html TimeLabel(Chart chart, double part) =>
        Html.Of(
            $"<text x=\"{Left + (part * (Width - Left))}\" y=\"{Height - 4}\" text-anchor=\"{(part == 0 ? "start" : part < 1 ? "middle" : "end")}\">{(chart.From + (part * (chart.Until - chart.From))).ToLocalTime():HH:mm}</text>"
        );

    private static Html Line(ChartLine line, double highest, Palette palette)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var slot = 0; slot < line.Values.Count; slot++)
        {
            if (line.Values[slot] is not { } value)
            {
                isDrawing = false;
                continue;
            }
            var x = Left + ((slot + 0.5) / line.Values.Count * (Width - Left));
            // A lone reading is drawn as a dot: a line of no length with round ends.
            path.Append(
                CultureInfo.InvariantCulture,
                $"{(isDrawing ? "L" : "M")}{x:0.#} {Y(value / highest):0.#}{(isDrawing ? "" : "h0")}"
            );
            isDrawing = true;
        }
        return Html.Of($"<path class=\"line {palette.Of(line.Name)}\" d=\"{path.ToString()}\"/>");
    }

    private static double Y(double part) => Top + ((1 - part) * (Height - Top - Bottom));

    private static string Label(double value) => value.ToString(value >= 10 ? "#,0" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>The next 1, 2 or 5 times a power of ten.</summary>
    private static double Nice(double highest)
    {
        if (!double.IsFinite(highest) || highest <= 0)
        {
            return 1;
        }
        var power = Math.Pow(10, Math.Floor(Math.Log10(highest)));
        return Array.Find([1.0, 2, 5, 10], step => step * power >= highest) * power;
    }
}
