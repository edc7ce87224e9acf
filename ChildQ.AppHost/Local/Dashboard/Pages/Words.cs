using System.Globalization;
using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>How times, durations and sizes are written for a reader.</summary>
internal static class Words
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Duration(TimeSpan duration) =>
        duration switch
        {
            { TotalMilliseconds: < 1 } => string.Create(Culture, $"{duration.TotalMicroseconds:0} µs"),
            { TotalMilliseconds: < 100 } => string.Create(Culture, $"{duration.TotalMilliseconds:0.0} ms"),
            { TotalSeconds: < 1 } => string.Create(Culture, $"{duration.TotalMilliseconds:0} ms"),
            { TotalMinutes: < 1 } => string.Create(Culture, $"{duration.TotalSeconds:0.00} s"),
            { TotalHours: < 1 } => string.Create(Culture, $"{duration.Minutes} min {duration.Seconds} s"),
            _ => string.Create(Culture, $"{(int)duration.TotalHours} h {duration.Minutes} min"),
        };

    /// <summary>How long something has been up: to the second, then to the minute, then in days.</summary>
    public static string Uptime(TimeSpan duration) =>
        duration switch
        {
            { TotalMinutes: < 1 } => string.Create(Culture, $"{Math.Max(0, duration.Seconds)} s"),
            { TotalHours: < 1 } => string.Create(Culture, $"{duration.Minutes} min {duration.Seconds} s"),
            { TotalDays: < 1 } => string.Create(Culture, $"{duration.Hours} h {duration.Minutes} min"),
            _ => string.Create(Culture, $"{duration.Days} d {duration.Hours} h"),
        };

    public static string Megabytes(long bytes) => string.Create(Culture, $"{bytes / 1_000_000.0:0} MB");

    public static string Number(double? value) =>
        value switch
        {
            null => "–",
            0 => "0",
            _ when Math.Abs(value.Value) < 1e15 && value.Value == Math.Floor(value.Value) => value.Value.ToString("#,0", Culture),
            >= 100 => value.Value.ToString("#,0", Culture),
            >= 10 => value.Value.ToString("0.0", Culture),
            _ => value.Value.ToString("0.00", Culture),
        };

    /// <summary>The time of day on this machine's clock, the whole instant for a machine to read.</summary>
    public static Html Time(DateTimeOffset at) => Html.Of($"<time datetime=\"{at:O}\">{at.ToLocalTime():HH:mm:ss.fff}</time>");

    public static string Kind(SpanKind kind) => kind is SpanKind.Unspecified ? "" : kind.ToString().ToLowerInvariant();

    public static string Short(string id) => id.Length > 8 ? id[..8] : id;

    public static string Plural(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : string.Create(Culture, $"{count:#,0} {many ?? one + "s"}");

    /// <summary>An address as a link, if it is one that a browser may follow.</summary>
    public static Html Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? Html.Of($"<a href=\"{uri.AbsoluteUri}\" rel=\"noreferrer\">{url}</a>")
            : Html.Of($"<code>{url}</code>");
}
