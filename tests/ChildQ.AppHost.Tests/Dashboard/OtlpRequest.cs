using System.IO.Compression;
using System.Text;
using Google.Protobuf;

namespace ChildQ.AppHost.Tests.Dashboard;

/// <summary>Writes OTLP by hand, where a test needs bytes that the SDK would never send.</summary>
internal static class OtlpRequest
{
    private const uint Delimited = 2;
    private const uint Fixed64 = 1;

    public static byte[] Trace(string service, params byte[][] spans) =>
        Field(1, [.. Field(1, Field(1, KeyValue("service.name", service))), .. Field(2, [.. spans.SelectMany(s => Field(2, s))])]);

    /// <summary>The same, with the resource after the spans that it describes: protobuf allows it.</summary>
    public static byte[] TraceWithResourceLast(string service, byte[] span) =>
        Field(1, [.. Field(2, Field(2, span)), .. Field(1, Field(1, KeyValue("service.name", service)))]);

    public static byte[] Span(string traceId, string spanId, string name, byte[]? more = null) =>
        [
            .. Field(1, Convert.FromHexString(traceId)),
            .. Field(2, Convert.FromHexString(spanId)),
            .. Field(5, Encoding.UTF8.GetBytes(name)),
            .. Fixed(7, 1_000_000_000),
            .. Fixed(8, 2_000_000_000),
            .. more ?? [],
        ];

    public static byte[] Attribute(string key, string value) => Field(9, KeyValue(key, value));

    /// <summary>An attribute that is a list in a list in a list, <paramref name="depth"/> deep.</summary>
    public static byte[] NestedAttribute(int depth)
    {
        var value = Field(1, "end"u8.ToArray());
        for (var i = 0; i < depth; i++)
        {
            value = Field(5, Field(1, value));
        }
        return Field(9, [.. Field(1, "deep"u8.ToArray()), .. Field(2, value)]);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }

    public static byte[] Field(int number, byte[] content) =>
        Tagged(number, Delimited, output => output.WriteBytes(ByteString.CopyFrom(content)));

    private static byte[] Fixed(int number, ulong value) => Tagged(number, Fixed64, output => output.WriteFixed64(value));

    private static byte[] KeyValue(string key, string value) =>
        [.. Field(1, Encoding.UTF8.GetBytes(key)), .. Field(2, Field(1, Encoding.UTF8.GetBytes(value)))];

    private static byte[] Tagged(int number, uint type, Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes))
        {
            output.WriteTag(((uint)number << 3) | type);
            write(output);
        }
        return bytes.ToArray();
    }
}
