using System.Globalization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Actions;

/// <summary>A level across the chart: baseline or target, where its words are a plain number.</summary>
public sealed record ChartLevel(string Name, string Y, string Dash);

/// <summary>
/// The numbers of an outcome measure over time in an SVG of fixed units, drawn by the server. Only values of one unit, the latest's, that stand
/// and are shown: what is withheld leaves a gap, and the table beside the chart says so.
/// </summary>
public sealed record MeasureChart(
    string Unit,
    IReadOnlyList<string> Stretches,
    IReadOnlyList<(string X, string Y)> Points,
    IReadOnlyList<(string X, string Words)> Days,
    IReadOnlyList<(string Y, string Words)> Scale,
    IReadOnlyList<ChartLevel> Levels
)
{
    public const int Width = 720;
    public const int Height = 300;
    public const int Left = 60;
    public const int Right = 620;
    private const int Top = 20;
    private const int Bottom = 250;

    /// <summary>None where there are not two numbers to compare.</summary>
    public static MeasureChart? Of(IReadOnlyList<MeasureView> values, string? baseline, string? target)
    {
        ArgumentNullException.ThrowIfNull(values);
        var standing = values.Where(v => v.Withdrawn is null && v.Unit is not null).OrderBy(v => v.On).ToList();
        var unit = standing.LastOrDefault(v => v.Number is not null)?.Unit;
        var drawn = standing.Where(v => v.Unit == unit).ToList();
        var numbers = drawn.Where(v => v.Number is not null).ToList();
        if (unit is null || numbers.Count < 2)
            return null;

        List<(string Name, decimal Number, string Dash)> levels = [];
        if (Plain(baseline) is { } from)
            levels.Add(("Baseline", from, "2 4"));
        if (Plain(target) is { } to)
            levels.Add(("Target", to, "10 4"));

        var all = numbers.Select(v => v.Number!.Value).Concat(levels.Select(l => l.Number)).ToList();
        var (low, high) = (Math.Min(0, all.Min()), Math.Max(all.Max(), Math.Min(0, all.Min()) + 1));
        var (first, days) = (drawn[0].On.DayNumber, Math.Max(1, drawn[^1].On.DayNumber - drawn[0].On.DayNumber));
        string X(DateOnly on) => Units(Left + 10 + ((Right - Left - 20d) * (on.DayNumber - first) / days));
        string Y(decimal number) => Units(Bottom - ((Bottom - Top) * (double)((number - low) / (high - low))));

        return new(
            unit,
            [.. Unbroken(drawn).Where(s => s.Count > 1).Select(s => string.Join(' ', s.Select(v => $"{X(v.On)},{Y(v.Number!.Value)}")))],
            [.. numbers.Select(v => (X(v.On), Y(v.Number!.Value)))],
            [
                .. new[] { drawn[0].On, drawn[^1].On }
                    .Distinct()
                    .Select(on => (X(on), on.ToString("d MMM yyyy", CultureInfo.InvariantCulture))),
            ],
            [.. Enumerable.Range(0, 5).Select(i => low + ((high - low) * i / 4)).Select(n => (Y(n), Number(n)))],
            [.. levels.Select(l => new ChartLevel(l.Name, Y(l.Number), l.Dash))]
        );
    }

    private static List<List<MeasureView>> Unbroken(IEnumerable<MeasureView> values)
    {
        List<List<MeasureView>> stretches =
        [
            [],
        ];
        foreach (var value in values)
        {
            if (value.Number is not null)
                stretches[^1].Add(value);
            else
                stretches.Add([]);
        }
        return stretches;
    }

    private static decimal? Plain(string? words) =>
        decimal.TryParse(
            words,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Units(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
