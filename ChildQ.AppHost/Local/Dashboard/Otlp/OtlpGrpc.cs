using System.Buffers.Binary;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>
/// OTLP over gRPC, on Kestrel's HTTP/2 without TLS. Every OTLP call is unary, so a call is one frame in (a byte that says whether it is
/// packed, four that tell its length, the message), one empty frame out, and the status in the trailers.
/// </summary>
internal sealed class OtlpGrpc(OtlpKey key, OtlpSignals signals)
{
    private const int FrameHeader = 5;

    private enum Status
    {
        Ok = 0,
        InvalidArgument = 3,
        Unimplemented = 12,
        Unauthenticated = 16,
    }

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) is not true)
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        response.ContentType = "application/grpc";
        response.Headers["grpc-accept-encoding"] = "identity,gzip";

        var (status, message) = await ReceiveAsync(request, context.RequestAborted);
        if (status == Status.Ok)
        {
            await response.Body.WriteAsync(new byte[FrameHeader], context.RequestAborted);
        }
        response.AppendTrailer("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
        response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
    }

    private async Task<(Status Status, string Message)> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        if (!signals.ByPath.TryGetValue(request.Path.Value ?? "", out var signal))
        {
            return (Status.Unimplemented, "No such method.");
        }
        if (!key.Admits(request))
        {
            return (Status.Unauthenticated, "x-otlp-api-key is missing or wrong.");
        }
        try
        {
            var header = new byte[FrameHeader];
            await request.Body.ReadExactlyAsync(header, ct);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
            if (length > OtlpBody.MostBytesSent)
            {
                return (Status.InvalidArgument, $"The message is larger than {OtlpBody.MostBytesSent} bytes.");
            }
            var isPacked = header[0] == 1;
            if (isPacked && !string.Equals(request.Headers["grpc-encoding"], "gzip", StringComparison.Ordinal))
            {
                return (Status.Unimplemented, "Messages are packed with gzip or not at all.");
            }
            var frame = new byte[length];
            await request.Body.ReadExactlyAsync(frame, ct);
            using var packed = new MemoryStream(frame);
            signal(isPacked ? await OtlpBody.ReadAsync(packed, gzip: true, ct) : frame);
            return (Status.Ok, "");
        }
        catch (EndOfStreamException)
        {
            return (Status.InvalidArgument, "The message is shorter than it says.");
        }
        catch (MalformedTelemetryException e)
        {
            return (Status.InvalidArgument, e.Message);
        }
    }
}
