using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChildQ.ServiceDefaults.Telemetry;

/// <summary>Our own spans and measures, under one name.</summary>
public static class Instrumentation
{
    public const string Name = "ChildQ";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
