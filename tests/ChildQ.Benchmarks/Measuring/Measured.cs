namespace ChildQ.Benchmarks.Measuring;

/// <summary>What one contender took.</summary>
/// <param name="Microseconds">For one operation, the median of all rounds.</param>
/// <param name="Ratio">To the floor in the same round: the median, and the quartiles.</param>
internal sealed record Measured(string Name, double Microseconds, (double Lower, double Median, double Upper) Ratio)
{
    public static Measured Of(string name, IReadOnlyList<double> times, IReadOnlyList<double> floor)
    {
        var ratios = times.Zip(floor, (time, least) => time / least).ToList();
        return new(name, Quantile(times, 0.5), (Quantile(ratios, 0.25), Quantile(ratios, 0.5), Quantile(ratios, 0.75)));
    }

    /// <summary>Between the two nearest values, in proportion.</summary>
    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
