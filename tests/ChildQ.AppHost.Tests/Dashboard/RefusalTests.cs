using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>Who may send, and what is refused.</summary>
public sealed class RefusalTests
{
    private const string Id = "0102030405060708090a0b0c0d0e0f10";
    private const string GrpcTraces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static readonly byte[] OneSpan = OtlpRequest.Trace("schools", OtlpRequest.Span(Id, "0102030405060708", "work"));

    [Theory]
    [InlineData("a guess")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_sender_with_a_wrong_key_is_refused_by_both_protocols(string? key)
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        var http = await PostAsync(dashboard, OneSpan, key);
        var grpc = await CallAsync(dashboard, OneSpan, key);

        Assert.Equal(HttpStatusCode.Unauthorized, http);
        Assert.Equal("16", grpc);
        Assert.Empty((await dashboard.JsonAsync("/api/traces")).EnumerateArray());
    }

    [Fact]
    public async Task Packed_requests_are_unpacked_by_both_protocols()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        var other = OtlpRequest.TraceWithResourceLast("oversight", OtlpRequest.Span(new string('a', 32), "0102030405060708", "other"));

        var http = await PostAsync(dashboard, OtlpRequest.Gzip(OneSpan), RunningDashboard.Key, encoding: "gzip");
        var grpc = await CallAsync(dashboard, OtlpRequest.Gzip(other), RunningDashboard.Key, encoding: "gzip");

        Assert.Equal(HttpStatusCode.OK, http);
        Assert.Equal("0", grpc);
        var traces = (await dashboard.JsonAsync("/api/traces")).EnumerateArray().Select(t => t.GetProperty("service").GetString());
        Assert.Equal(["oversight", "schools"], traces.Order());
    }

    public static TheoryData<string, byte[]> Malformed =>
        new()
        {
            { "not protobuf", [0xff, 0xff, 0xff] },
            { "cut short", OneSpan[..^3] },
            {
                "a span without ids",
                OtlpRequest.Trace(
                    "schools",
                    [
                        [],
                    ]
                )
            },
            { "a trace id too short", OtlpRequest.Trace("schools", OtlpRequest.Span("0102", "0102030405060708", "work")) },
            {
                "nested without end",
                OtlpRequest.Trace("schools", OtlpRequest.Span(Id, "0102030405060708", "work", OtlpRequest.NestedAttribute(200)))
            },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_request_is_the_senders_error_and_leaves_nothing(string what, byte[] request)
    {
        Assert.NotEmpty(what);
        await using var dashboard = await RunningDashboard.StartAsync();

        var http = await PostAsync(dashboard, request, RunningDashboard.Key);
        var grpc = await CallAsync(dashboard, request, RunningDashboard.Key);

        Assert.Equal(HttpStatusCode.BadRequest, http);
        Assert.Equal("3", grpc);
        Assert.Empty((await dashboard.JsonAsync("/api/traces")).EnumerateArray());
    }

    [Fact]
    public async Task A_small_request_that_unpacks_to_a_huge_one_is_refused()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        var bomb = OtlpRequest.Gzip(new byte[64 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, bomb, RunningDashboard.Key, encoding: "gzip"));
        Assert.Equal("3", await CallAsync(dashboard, bomb, RunningDashboard.Key, encoding: "gzip"));
    }

    [Fact]
    public async Task Other_content_paths_and_methods_are_told_so()
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            await PostAsync(dashboard, OneSpan, RunningDashboard.Key, type: "application/json")
        );
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(dashboard, OneSpan, RunningDashboard.Key, path: "/v1/profiles"));
        Assert.Equal("12", await CallAsync(dashboard, OneSpan, RunningDashboard.Key, path: "/x.Y/Export"));
        var pages = await dashboard.Http.GetAsync(new Uri(dashboard.OtlpHttp, "/api/resources"));
        Assert.Equal(HttpStatusCode.NotFound, pages.StatusCode);
        var telemetry = await dashboard.Http.PostAsync("/v1/traces", new ByteArrayContent(OneSpan));
        Assert.NotEqual(HttpStatusCode.OK, telemetry.StatusCode);
    }

    [Fact]
    public async Task What_is_sent_twice_is_kept_once_and_the_oldest_trace_goes_whole()
    {
        await using var dashboard = await RunningDashboard.StartAsync(new TelemetryBounds(Traces: 2));

        foreach (var id in new[] { Id, Id, new string('b', 32), new string('c', 32) })
        {
            await PostAsync(
                dashboard,
                OtlpRequest.Trace("schools", OtlpRequest.Span(id, "0102030405060708", "work")),
                RunningDashboard.Key
            );
        }

        Assert.Equal(2, (await dashboard.JsonAsync("/api/traces")).GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await dashboard.Http.GetAsync($"/api/traces/{Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dashboard.Http.GetAsync($"/traces/{Id}")).StatusCode);
    }

    internal static async Task<HttpStatusCode> PostAsync(
        RunningDashboard dashboard,
        byte[] body,
        string? key,
        string? encoding = null,
        string type = "application/x-protobuf",
        string path = "/v1/traces"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(dashboard.OtlpHttp, path))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }
        if (key is not null)
        {
            request.Headers.Add("x-otlp-api-key", key);
        }
        using var response = await dashboard.Http.SendAsync(request);
        return response.StatusCode;
    }

    /// <returns>The call's <c>grpc-status</c>.</returns>
    private static async Task<string> CallAsync(
        RunningDashboard dashboard,
        byte[] message,
        string? key,
        string? encoding = null,
        string path = GrpcTraces
    )
    {
        var frame = new byte[5 + message.Length];
        frame[0] = encoding is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(dashboard.OtlpGrpc, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("te", "trailers");
        if (encoding is not null)
        {
            request.Headers.Add("grpc-encoding", encoding);
        }
        if (key is not null)
        {
            request.Headers.Add("x-otlp-api-key", key);
        }
        using var response = await dashboard.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await response.Content.ReadAsByteArrayAsync();
        return response.TrailingHeaders.TryGetValues("grpc-status", out var status) ? status.Single() : "none";
    }
}
