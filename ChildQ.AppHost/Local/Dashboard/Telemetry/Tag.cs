using System.Runtime.InteropServices;

namespace ChildQ.AppHost.Local.Dashboard.Telemetry;

/// <summary>An OpenTelemetry attribute, its value as text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tag(string Key, string Value);

internal static class Tags
{
    public static string? Find(this IReadOnlyList<Tag> tags, string key)
    {
        foreach (var tag in tags)
        {
            if (string.Equals(tag.Key, key, StringComparison.Ordinal))
            {
                return tag.Value;
            }
        }
        return null;
    }
}
