using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>OTLP over HTTP with protobuf bodies: <c>POST /v1/traces</c>, <c>/v1/metrics</c>, <c>/v1/logs</c>.</summary>
internal sealed class OtlpHttp(OtlpKey key, OtlpSignals signals)
{
    private const string Protobuf = "application/x-protobuf";

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.StatusCode = await ReceiveAsync(request, context.RequestAborted);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            // An empty ExportServiceResponse: all was accepted.
            response.ContentType = Protobuf;
            response.ContentLength = 0;
        }
    }

    private async Task<int> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        if (!signals.ByPath.TryGetValue(request.Path.Value ?? "", out var signal))
        {
            return StatusCodes.Status404NotFound;
        }
        if (!HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }
        if (!key.Admits(request))
        {
            return StatusCodes.Status401Unauthorized;
        }
        var encoding = request.Headers.ContentEncoding.ToString();
        if (request.ContentType?.StartsWith(Protobuf, StringComparison.OrdinalIgnoreCase) is not true || encoding is not ("" or "gzip"))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }
        try
        {
            signal(await OtlpBody.ReadAsync(request.Body, encoding is "gzip", ct));
            return StatusCodes.Status200OK;
        }
        catch (MalformedTelemetryException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
