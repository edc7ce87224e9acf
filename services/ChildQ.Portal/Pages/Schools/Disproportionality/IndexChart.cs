using System.Globalization;

namespace ChildQ.Portal.Pages.Schools.Disproportionality;

/// <summary>One group's relative rate index with its interval, as a line with a point on it.</summary>
public sealed record IndexMark(string Group, string Y, string Low, string Point, string High, string Words);

/// <summary>
/// The relative rate indexes of one period beside the line of parity, on a logarithmic scale: half as often lies as far from 1 as twice as often. Groups whose
/// index is withheld are in the table only.
/// </summary>
public sealed record IndexChart(IReadOnlyList<IndexMark> Marks, string Parity, IReadOnlyList<(string X, string Words)> Scale)
{
    public const int Width = 720;
    private const int RowHeight = 34;
    private const int Left = 190;
    private const int Right = 560;
    private const double Most = 16;

    private static readonly double[] Steps = [1 / 16d, 1 / 8d, 1 / 4d, 1 / 2d, 1, 2, 4, 8, 16];

    public int Height => (Marks.Count * RowHeight) + 40;

    /// <summary>None where no group has an index with its interval.</summary>
    public static IndexChart? Of(PeriodRates period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var shown = period.Groups.Where(g => g is { Index: > 0, Low: > 0, High: not null }).ToList();
        if (shown.Count == 0)
            return null;
        var furthest = shown.Max(g => Math.Max(g.High!.Value, 1 / g.Low!.Value));
        var most = Steps.First(s => s >= 2 && (s >= furthest || s >= Most));
        double X(double index) => Left + ((Right - Left) * (Math.Log(Math.Clamp(index, 1 / most, most) * most) / Math.Log(most * most)));
        return new(
            [
                .. shown.Select(
                    (g, i) =>
                        new IndexMark(
                            g.Group,
                            Number(20 + (i * RowHeight)),
                            Number(X(g.Low!.Value)),
                            Number(X(g.Index!.Value)),
                            Number(X(g.High!.Value)),
                            $"{Two(g.Index.Value)} ({Two(g.Low.Value)} to {Two(g.High.Value)})"
                        )
                ),
            ],
            Number(X(1)),
            [.. Steps.Where(s => s >= 1 / most && s <= most).Select(s => (Number(X(s)), s.ToString("0.###", CultureInfo.InvariantCulture)))]
        );
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Two(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
