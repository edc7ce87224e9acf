using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

public sealed class RequestTallyTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_slot_holds_what_was_answered_since_the_point_before()
    {
        var series = Series("schools", Point(5, count: 4, sum: 0.4), Point(15, count: 10, sum: 2.2));

        var requests = Assert.Single(RequestsByService.From([series], From));

        Assert.Equal([4, 6], requests.Slots.Take(2).Select(s => s.Count));
        Assert.Equal(300, requests.Slots[1].MeanMilliseconds!.Value, 6);
    }

    [Fact]
    public void A_process_that_started_again_counts_from_zero()
    {
        var series = Series("schools", Point(5, count: 40, sum: 4), Point(15, count: 3, sum: 0.3));

        Assert.Equal([40, 3], RequestsByService.From([series], From)[0].Slots.Take(2).Select(s => s.Count));
    }

    [Fact]
    public void Health_checks_are_left_out_and_replicas_are_one_service()
    {
        var requests = RequestsByService.From(
            [
                Series("schools", Point(5, 1, 1)),
                Series("schools", Point(5, 2, 1)),
                Series("schools", new Tag("http.route", "/health/ready"), Point(5, 100, 1)),
                Series("oversight", new Tag("http.response.status_code", "502"), Point(595, 3, 1)),
            ],
            From
        );

        Assert.Equal(
            ["oversight 3 failed 3", "schools 3 failed 0"],
            requests.Select(r => $"{r.Service} {r.Slots.Sum(s => s.Count)} failed {r.Slots.Sum(s => s.Failed)}")
        );
        Assert.Equal([3, 0], requests.Select(r => r.LastMinute.Count));
    }

    [Fact]
    public void The_95th_percentile_is_the_bound_of_its_bucket()
    {
        var point = Point(5, count: 100, sum: 10) with { Bounds = [0.1, 0.25, 0.5], Buckets = [90, 4, 6, 0] };

        Assert.Equal(500, RequestsByService.From([Series("schools", point)], From)[0].Slots[0].Percentile95Milliseconds);
    }

    private static MetricPoint Point(int second, long count, double sum) => new(From.AddSeconds(second), sum, count);

    private static Series Series(string service, params MetricPoint[] points) => Series(service, null, points);

    private static Series Series(string service, Tag? tag, params MetricPoint[] points)
    {
        var series = new Series(new SeriesKey(service, "", NotableMetrics.RequestDuration, ""), "s", tag is { } t ? [t] : [], 100);
        foreach (var point in points)
        {
            series.Add(point);
        }
        return series;
    }
}
