using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>What OpenTelemetry's SDK sends by either protocol is what the dashboard shows.</summary>
public sealed class ReceptionTests
{
    public static TheoryData<OtlpExportProtocol> Protocols => [OtlpExportProtocol.Grpc, OtlpExportProtocol.HttpProtobuf];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_trace_across_services_and_the_broker_is_one_waterfall(OtlpExportProtocol protocol)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var plan = new Service(dashboard, "police-action-plan", protocol);
        using var schools = new Service(dashboard, "schools", protocol);

        string traceId;
        using (var publication = plan.Source.StartActivity("POST /protocols/{id}/publication", ActivityKind.Server)!)
        {
            traceId = publication.TraceId.ToHexString();
            using var send = plan.Source.StartActivity("ProtocolPublished send", ActivityKind.Producer)!;
            send.SetTag("messaging.system", "rabbitmq");
            send.AddEvent(new ActivityEvent("confirmed"));
            using var receive = schools.Source.StartActivity("ProtocolPublished receive", ActivityKind.Consumer)!;
            receive.SetTag("messaging.system", "rabbitmq");
            receive.SetStatus(ActivityStatusCode.Error, "no school is open");
        }
        // The consumer's half arrives first, as it may.
        schools.Flush();
        plan.Flush();

        var trace = await dashboard.JsonAsync($"/api/traces/{traceId}");
        Assert.Equal(
            [
                "0 police-action-plan server POST /protocols/{id}/publication",
                "1 police-action-plan producer ProtocolPublished send",
                "2 schools consumer ProtocolPublished receive",
            ],
            trace
                .GetProperty("spans")
                .EnumerateArray()
                .Select(s => $"{s.GetProperty("depth")} {Text(s, "service")} {Text(s, "kind")} {Text(s, "name")}")
        );
        Assert.Equal(1, trace.GetProperty("errors").GetInt32());
        Assert.Equal("confirmed", Text(trace.GetProperty("spans")[1].GetProperty("events")[0], "name"));

        var page = await dashboard.PageAsync($"/traces/{traceId}");
        Assert.Contains("producer · rabbitmq", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("no school is open", page, StringComparison.Ordinal);
        var list = await dashboard.PageAsync("/traces?service=schools&error=true");
        Assert.Contains($"/traces/{traceId}", list, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_log_record_is_shown_with_the_trace_it_was_written_in(OtlpExportProtocol protocol)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var schools = new Service(dashboard, "schools", protocol);

        string traceId;
        using (var work = schools.Source.StartActivity("work")!)
        {
            traceId = work.TraceId.ToHexString();
            schools.Log("ChildQ.Schools.Guidance").LogWarning("{Count} schools have not answered", 7);
        }
        schools.Flush();

        var record = Assert.Single((await dashboard.JsonAsync($"/api/records?trace={traceId}")).EnumerateArray());
        Assert.Equal("7 schools have not answered", Text(record, "body"));
        Assert.Equal("warning", Text(record, "severity"));
        Assert.Equal("ChildQ.Schools.Guidance", Text(record, "category"));
        Assert.Contains("7 schools have not answered", await dashboard.PageAsync($"/traces/{traceId}"), StringComparison.Ordinal);
        Assert.Contains($"/traces/{traceId}", await dashboard.PageAsync("/records"), StringComparison.Ordinal);
        Assert.Empty((await dashboard.JsonAsync("/api/records?severity=error")).EnumerateArray());
    }

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc, false, false)]
    [InlineData(OtlpExportProtocol.HttpProtobuf, false, false)]
    [InlineData(OtlpExportProtocol.Grpc, true, false)]
    [InlineData(OtlpExportProtocol.Grpc, false, true)]
    public async Task Requests_are_counted_and_timed_by_service(OtlpExportProtocol protocol, bool isDelta, bool isExponential)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var schools = new Service(dashboard, "schools", protocol, isDelta, isExponential);
        var duration = schools.Meter.CreateHistogram<double>("http.server.request.duration", "s");

        duration.Record(0.1, new KeyValuePair<string, object?>("http.response.status_code", 200));
        schools.Flush();
        duration.Record(0.3, new KeyValuePair<string, object?>("http.response.status_code", 200));
        duration.Record(0.2, new KeyValuePair<string, object?>("http.response.status_code", 503));
        duration.Record(9, new KeyValuePair<string, object?>("http.route", "/health/ready"));
        schools.Flush();

        var latest = (await dashboard.JsonAsync("/api/metrics")).GetProperty("latest").EnumerateArray().ToList();
        var ok = Assert.Single(latest, m => Text(m, "attributes") == "http.response.status_code=200");
        Assert.Equal(2, ok.GetProperty("count").GetInt64());
        Assert.Equal(0.4, ok.GetProperty("value").GetDouble(), 6);
    }

    [Fact]
    public async Task The_outbox_and_failing_consumers_are_on_the_page()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var schools = new Service(dashboard, "schools", OtlpExportProtocol.Grpc);
        schools.Meter.CreateObservableGauge("childq.outbox.pending", () => 12);
        schools.Meter.CreateObservableGauge("childq.outbox.lag", () => 3.5, "s");
        schools.Meter.CreateCounter<long>("childq.consumer.failures").Add(2, [new("consumer", "ProtocolPublishedConsumer")]);

        schools.Flush();

        var metrics = await dashboard.JsonAsync("/api/metrics");
        var outbox = Assert.Single(metrics.GetProperty("outbox").EnumerateArray());
        Assert.Equal(
            ("schools", 12.0, 3.5),
            (Text(outbox, "service"), outbox.GetProperty("pending").GetDouble(), outbox.GetProperty("lagSeconds").GetDouble())
        );
        var failures = Assert.Single(metrics.GetProperty("consumerFailures").EnumerateArray());
        Assert.Equal(2, failures.GetProperty("count").GetDouble());
        Assert.Contains("ProtocolPublishedConsumer", await dashboard.PageAsync("/metrics"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
