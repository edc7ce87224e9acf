namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>A named line; null where nothing was measured.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<double?> Values);

/// <summary>Lines over one stretch of time, cut into equal slots.</summary>
internal sealed record Chart(string Title, string Unit, DateTimeOffset From, TimeSpan Slot, IReadOnlyList<ChartLine> Lines)
{
    public const int Slots = 60;
    public static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);

    public DateTimeOffset Until => From + (Slot * Slots);

    /// <summary>The beginning of a chart that ends with the last whole slot before <paramref name="now"/>.</summary>
    public static DateTimeOffset Beginning(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcTicks - (now.UtcTicks % SlotLength.Ticks), TimeSpan.Zero) - (SlotLength * Slots);

    /// <summary>The slot in which <paramref name="at"/> lies; null outside the chart.</summary>
    public static int? SlotOf(DateTimeOffset from, DateTimeOffset at)
    {
        var slot = Math.Floor((at - from) / SlotLength);
        return slot is >= 0 and < Slots ? (int)slot : null;
    }

    /// <summary>A line of gauge readings: the highest in each slot.</summary>
    public static IReadOnlyList<double?> Highest(DateTimeOffset from, IEnumerable<(DateTimeOffset At, double Value)> readings)
    {
        var values = new double?[Slots];
        foreach (var (at, value) in readings)
        {
            if (SlotOf(from, at) is { } slot)
            {
                values[slot] = Math.Max(values[slot] ?? double.MinValue, value);
            }
        }
        return values;
    }
}
