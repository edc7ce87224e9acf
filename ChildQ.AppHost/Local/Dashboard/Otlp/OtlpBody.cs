using System.IO.Compression;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Reads a request's payload, unpacked, and never more of it than a stack on one machine can mean.</summary>
internal static class OtlpBody
{
    /// <summary>As sent, packed or not.</summary>
    public const int MostBytesSent = 8 * 1024 * 1024;

    private const int MostBytesUnpacked = 32 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(Stream body, bool gzip, CancellationToken ct)
    {
        if (!gzip)
        {
            return await ReadAsync(body, MostBytesSent, ct);
        }
        try
        {
            await using var unpacked = new GZipStream(body, CompressionMode.Decompress, leaveOpen: true);
            return await ReadAsync(unpacked, MostBytesUnpacked, ct);
        }
        catch (InvalidDataException e)
        {
            throw new MalformedTelemetryException("The request says it is gzip and is not.", e);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (bytes.Length + read > most)
            {
                throw new MalformedTelemetryException($"The request is larger than {most} bytes.");
            }
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
