namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>How much the dashboard remembers. Beyond it the oldest goes, a trace always whole.</summary>
/// <param name="Characters">About how many characters of text spans, and again log records, may hold.</param>
internal sealed record TelemetryBounds(
    int Traces = 5_000,
    int Spans = 200_000,
    int SpansPerTrace = 20_000,
    int LogRecords = 20_000,
    int Series = 5_000,
    int PointsPerSeries = 360,
    long Characters = 100_000_000
);
