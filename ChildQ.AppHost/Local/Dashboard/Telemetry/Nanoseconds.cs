namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>OTLP's clock: nanoseconds since the Unix epoch.</summary>
internal static class Nanoseconds
{
    public static long From(ulong wire) => wire > long.MaxValue ? long.MaxValue : (long)wire;

    public static TimeSpan Between(long start, long end) => TimeSpan.FromTicks(Math.Max(0, end - start) / TimeSpan.NanosecondsPerTick);

    /// <summary>In UTC; anything a calendar cannot hold becomes its last day, so that a broken clock cannot break a page.</summary>
    public static DateTimeOffset ToInstant(long nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(nanoseconds, 0, long.MaxValue) / TimeSpan.NanosecondsPerTick);
}
