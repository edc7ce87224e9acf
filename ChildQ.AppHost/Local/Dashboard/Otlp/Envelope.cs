using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>What the three signals share: a request holds resources, a resource holds scopes, a scope holds items.</summary>
internal static class Envelope
{
    private static readonly TelemetrySource Unknown = TelemetrySource.From([]);

    public static void Read(byte[] request, Action<TelemetrySource, string, Message> item)
    {
        try
        {
            var message = new Message(request);
            while (message.Next())
            {
                if (message.Field == 1)
                {
                    ReadResource(message.Bytes(), item);
                }
                else
                {
                    message.Skip();
                }
            }
        }
        catch (Google.Protobuf.InvalidProtocolBufferException e)
        {
            throw new MalformedTelemetryException("The request is not valid protobuf.", e);
        }
    }

    /// <summary>An id in lower-case hexadecimal; null where it is absent, all zeros or of another length.</summary>
    public static string? OptionalId(byte[] bytes, int length) =>
        bytes.Length == length && bytes.AsSpan().ContainsAnyExcept((byte)0) ? Convert.ToHexStringLower(bytes) : null;

    // Protobuf allows fields in any order, so what names the resource (or the scope) is looked for before its items are read.
    private static void ReadResource(byte[] resource, Action<TelemetrySource, string, Message> item)
    {
        var source = First(resource, TagReader.Source) ?? Unknown;
        var message = new Message(resource);
        while (message.Next())
        {
            if (message.Field == 2)
            {
                ReadScope(message.Bytes(), source, item);
            }
            else
            {
                message.Skip();
            }
        }
    }

    private static void ReadScope(byte[] scope, TelemetrySource source, Action<TelemetrySource, string, Message> item)
    {
        var name = First(scope, TagReader.Scope) ?? "";
        var message = new Message(scope);
        while (message.Next())
        {
            if (message.Field == 2)
            {
                item(source, name, message.Nested());
            }
            else
            {
                message.Skip();
            }
        }
    }

    private static T? First<T>(byte[] container, Func<Message, T> read)
        where T : class
    {
        var message = new Message(container);
        while (message.Next())
        {
            if (message.Field == 1)
            {
                return read(message.Nested());
            }
            message.Skip();
        }
        return null;
    }
}
