using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Reads <c>ExportMetricsServiceRequest</c> (opentelemetry/proto/metrics/v1); summaries, long deprecated, are passed over.</summary>
internal static class MetricReader
{
    public static List<Measurement> Read(byte[] request)
    {
        var measurements = new List<Measurement>();
        Envelope.Read(request, (source, _, metric) => ReadMetric(source, metric, measurements));
        return measurements;
    }

    private static void ReadMetric(TelemetrySource source, Message metric, List<Measurement> measurements)
    {
        string name = "",
            unit = "";
        var points = new List<(MetricPoint Point, List<Tag> Tags)>();
        while (metric.Next())
        {
            switch (metric.Field)
            {
                case 1:
                    name = TagReader.Keep(metric.Text());
                    break;
                case 3:
                    unit = TagReader.Keep(metric.Text());
                    break;
                case 5 or 7:
                    ReadPoints(metric.Nested(), ReadNumber, points);
                    break;
                case 9:
                    ReadPoints(metric.Nested(), ReadHistogram, points);
                    break;
                case 10:
                    ReadPoints(metric.Nested(), ReadExponentialHistogram, points);
                    break;
                default:
                    metric.Skip();
                    break;
            }
        }
        foreach (var (point, tags) in points)
        {
            tags.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            measurements.Add(new Measurement(source, name, unit, tags, point));
        }
    }

    private static void ReadPoints(
        Message kind,
        Func<Message, (MetricPoint Point, List<Tag> Tags)> read,
        List<(MetricPoint Point, List<Tag> Tags)> points
    )
    {
        var first = points.Count;
        var isDelta = false;
        while (kind.Next())
        {
            switch (kind.Field)
            {
                case 1:
                    points.Add(read(kind.Nested()));
                    break;
                case 2:
                    isDelta = kind.Integer() == 1;
                    break;
                default:
                    kind.Skip();
                    break;
            }
        }
        for (var i = first; isDelta && i < points.Count; i++)
        {
            points[i] = (points[i].Point with { IsDelta = true }, points[i].Tags);
        }
    }

    private static (MetricPoint, List<Tag>) ReadNumber(Message point)
    {
        long at = 0;
        double value = 0;
        var tags = new List<Tag>();
        while (point.Next())
        {
            switch (point.Field)
            {
                case 3:
                    at = Nanoseconds.From(point.Fixed64());
                    break;
                case 4:
                    value = point.Double();
                    break;
                case 6:
                    value = point.SignedFixed64();
                    break;
                case 7:
                    TagReader.Add(point.Nested(), tags);
                    break;
                default:
                    point.Skip();
                    break;
            }
        }
        return (new MetricPoint(Nanoseconds.ToInstant(at), value), tags);
    }

    private static (MetricPoint, List<Tag>) ReadHistogram(Message point)
    {
        long at = 0,
            count = 0;
        double sum = 0;
        var buckets = new List<ulong>();
        var bounds = new List<double>();
        var tags = new List<Tag>();
        while (point.Next())
        {
            switch (point.Field)
            {
                case 3:
                    at = Nanoseconds.From(point.Fixed64());
                    break;
                case 4:
                    count = Nanoseconds.From(point.Fixed64());
                    break;
                case 5:
                    sum = point.Double();
                    break;
                case 6:
                    point.Fixed64s(buckets);
                    break;
                case 7:
                    point.Doubles(bounds);
                    break;
                case 9:
                    TagReader.Add(point.Nested(), tags);
                    break;
                default:
                    point.Skip();
                    break;
            }
        }
        if (buckets.Count != 0 && buckets.Count != bounds.Count + 1)
        {
            throw new MalformedTelemetryException($"A histogram has {bounds.Count} bounds and {buckets.Count} buckets.");
        }
        return (new MetricPoint(Nanoseconds.ToInstant(at), sum, count, buckets, bounds), tags);
    }

    private static (MetricPoint, List<Tag>) ReadExponentialHistogram(Message point)
    {
        long at = 0,
            count = 0;
        double sum = 0;
        var tags = new List<Tag>();
        while (point.Next())
        {
            switch (point.Field)
            {
                case 1:
                    TagReader.Add(point.Nested(), tags);
                    break;
                case 3:
                    at = Nanoseconds.From(point.Fixed64());
                    break;
                case 4:
                    count = Nanoseconds.From(point.Fixed64());
                    break;
                case 5:
                    sum = point.Double();
                    break;
                default:
                    point.Skip();
                    break;
            }
        }
        return (new MetricPoint(Nanoseconds.ToInstant(at), sum, count), tags);
    }
}
