using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Reads OTLP's <c>KeyValue</c> and <c>AnyValue</c>. Long texts are cut, deep nesting is refused.</summary>
internal static class TagReader
{
    private const int LongestText = 8_192;
    private const int MostTags = 128;
    private const int DeepestValue = 8;
    private const int PooledTexts = 4_096;
    private const int LongestPooledText = 128;

    private static readonly ConcurrentDictionary<string, string> Pool = new(StringComparer.Ordinal);
    private static int _pooled;

    /// <summary>Adds one <c>KeyValue</c> to <paramref name="tags"/>.</summary>
    public static void Add(Message keyValue, List<Tag> tags)
    {
        var tag = KeyValue(keyValue, 0);
        if (tags.Count < MostTags)
        {
            tags.Add(tag);
        }
    }

    public static string Value(Message anyValue) => Value(anyValue, 0);

    public static TelemetrySource Source(Message resource)
    {
        var tags = new List<Tag>();
        while (resource.Next())
        {
            if (resource.Field == 1)
            {
                Add(resource.Nested(), tags);
            }
            else
            {
                resource.Skip();
            }
        }
        return TelemetrySource.From(tags);
    }

    /// <summary>The name of an <c>InstrumentationScope</c>.</summary>
    public static string Scope(Message scope)
    {
        var name = "";
        while (scope.Next())
        {
            if (scope.Field == 1)
            {
                name = Keep(scope.Text());
            }
            else
            {
                scope.Skip();
            }
        }
        return name;
    }

    /// <summary>One copy of each of the few texts that every span repeats (keys, methods, routes), cut where too long.</summary>
    public static string Keep(string text)
    {
        if (text.Length > LongestText)
        {
            return string.Concat(text.AsSpan(0, LongestText), "…");
        }
        if (text.Length > LongestPooledText)
        {
            return text;
        }
        if (Pool.TryGetValue(text, out var pooled))
        {
            return pooled;
        }
        if (Volatile.Read(ref _pooled) < PooledTexts && Pool.TryAdd(text, text))
        {
            Interlocked.Increment(ref _pooled);
        }
        return text;
    }

    private static Tag KeyValue(Message keyValue, int depth)
    {
        string key = "",
            value = "";
        while (keyValue.Next())
        {
            switch (keyValue.Field)
            {
                case 1:
                    key = Keep(keyValue.Text());
                    break;
                case 2:
                    value = Value(keyValue.Nested(), depth);
                    break;
                default:
                    keyValue.Skip();
                    break;
            }
        }
        return new Tag(key, value);
    }

    private static string Value(Message any, int depth)
    {
        if (depth > DeepestValue)
        {
            throw new MalformedTelemetryException($"An attribute is nested more than {DeepestValue} deep.");
        }
        var value = "";
        while (any.Next())
        {
            switch (any.Field)
            {
                case 1:
                    value = any.Text();
                    break;
                case 2:
                    value = any.Flag() ? "true" : "false";
                    break;
                case 3:
                    value = any.Integer().ToString(CultureInfo.InvariantCulture);
                    break;
                case 4:
                    value = any.Double().ToString("R", CultureInfo.InvariantCulture);
                    break;
                case 5:
                    value = Joined(any.Nested(), '[', ']', m => Value(m, depth + 1));
                    break;
                case 6:
                    value = Joined(any.Nested(), '{', '}', m => KeyValue(m, depth + 1) is var tag ? $"{tag.Key}: {tag.Value}" : "");
                    break;
                case 7:
                    value = Convert.ToHexStringLower(any.Bytes());
                    break;
                default:
                    any.Skip();
                    break;
            }
        }
        return Keep(value);
    }

    private static string Joined(Message list, char open, char close, Func<Message, string> read)
    {
        var text = new StringBuilder().Append(open);
        while (list.Next())
        {
            if (list.Field != 1)
            {
                list.Skip();
                continue;
            }
            var item = read(list.Nested());
            if (text.Length < LongestText)
            {
                text.Append(text.Length > 1 ? ", " : "").Append(item);
            }
        }
        return text.Append(close).ToString();
    }
}
