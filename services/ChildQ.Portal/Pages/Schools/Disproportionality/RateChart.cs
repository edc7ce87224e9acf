using System.Globalization;

namespace ChildQ.Portal.Pages.Schools.Disproportionality;

/// <summary>One group's line: broken where a rate is withheld. Told apart by dashes and its name at the end, not by colour.</summary>
public sealed record RateLine(
    string Group,
    string Dash,
    IReadOnlyList<string> Stretches,
    IReadOnlyList<(string X, string Y)> Points,
    (string X, string Y) Name
);

/// <summary>Rates over time in an SVG of fixed units, drawn by the server.</summary>
public sealed record RateChart(
    IReadOnlyList<RateLine> Lines,
    IReadOnlyList<(string X, string Words)> Periods,
    IReadOnlyList<(string Y, string Words)> Scale
)
{
    public const int Width = 720;
    public const int Height = 340;
    private const int Left = 50;
    private const int Right = 560;
    private const int Top = 20;
    private const int Bottom = 290;

    private static readonly string[] Dashes = ["none", "8 4", "2 3", "12 4 2 4", "5 2", "1 6"];

    public static RateChart Of(IReadOnlyList<PeriodRates> trend)
    {
        ArgumentNullException.ThrowIfNull(trend);
        var highest = trend.SelectMany(t => t.Groups).Max(g => g.RatePer100) ?? 0;
        var top = Math.Max(1, Math.Ceiling(highest / 4)) * 4;
        string X(int period) =>
            Number(trend.Count == 1 ? (Left + Right) / 2d : Left + ((Right - Left - 20d) * period / (trend.Count - 1)) + 10);
        double Y(decimal rate) => Bottom - ((Bottom - Top) * (double)(rate / top));
        var groups = trend.SelectMany(t => t.Groups.Select(g => g.Group)).Distinct(StringComparer.Ordinal).ToList();
        return new(
            Apart([.. groups.Select((group, number) => Line(group, Dashes[number % Dashes.Length], trend, X, Y)).OfType<RateLine>()]),
            [.. trend.Select((t, i) => (X(i), t.Period))],
            [.. Enumerable.Range(0, 5).Select(i => (Number(Y(top * i / 4)), Number((double)(top * i / 4))))]
        );
    }

    private static RateLine? Line(string group, string dash, IReadOnlyList<PeriodRates> trend, Func<int, string> x, Func<decimal, double> y)
    {
        List<List<(string X, string Y)>> stretches =
        [
            [],
        ];
        for (var period = 0; period < trend.Count; period++)
        {
            if (trend[period].Groups.FirstOrDefault(g => g.Group == group)?.RatePer100 is { } rate)
                stretches[^1].Add((x(period), Number(y(rate))));
            else if (stretches[^1].Count > 0)
                stretches.Add([]);
        }
        var points = stretches.SelectMany(s => s).ToList();
        return points.Count == 0
            ? null
            : new(
                group,
                dash,
                [.. stretches.Where(s => s.Count > 1).Select(s => string.Join(' ', s.Select(p => $"{p.X},{p.Y}")))],
                points,
                (Number(Right + 8d), points[^1].Y)
            );
    }

    /// <summary>Names at the ends of lines stand at least a line of text from one another.</summary>
    private static List<RateLine> Apart(List<RateLine> lines)
    {
        var last = double.MinValue;
        return
        [
            .. lines
                .OrderBy(l => double.Parse(l.Name.Y, CultureInfo.InvariantCulture))
                .Select(l =>
                {
                    last = Math.Max(last + 18, double.Parse(l.Name.Y, CultureInfo.InvariantCulture));
                    return l with { Name = (l.Name.X, Number(last)) };
                }),
        ];
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
