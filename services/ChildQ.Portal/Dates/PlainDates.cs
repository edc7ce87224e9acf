using System.Globalization;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Portal.Dates;

/// <summary>Dates and times as people in Hackney read them. Everything behind the pages keeps UTC; London time is made here, at the edge.</summary>
public static class PlainDates
{
    /// <summary>What stands where a date is unknown: the source did not state one, and none is invented.</summary>
    public const string NotStated = "Not stated";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"14 March 2022".</summary>
    public static string InWords(this DateOnly date) => date.ToString("d MMMM yyyy", British);

    public static string InWords(this DateOnly? date, string whenUnknown = NotStated) => date is { } known ? known.InWords() : whenUnknown;

    /// <summary>"14 March 2022 at 3:05pm", London time.</summary>
    public static string InWords(this DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, London.Zone);
        return $"{DateOnly.FromDateTime(local.DateTime).InWords()} at {TimeOnly.FromDateTime(local.DateTime).InWords()}";
    }

    public static string InWords(this DateTimeOffset? instant, string whenUnknown = NotStated) =>
        instant is { } known ? known.InWords() : whenUnknown;

    /// <summary>"3:05pm", or "3pm" on the hour.</summary>
    public static string InWords(this TimeOnly time)
    {
        var clock = time.ToString(time.Minute == 0 ? "%h" : "h:mm", British);
        return clock + (time.Hour < 12 ? "am" : "pm");
    }

    public static string InWords(this TimeOnly? time, string whenUnknown = NotStated) => time is { } known ? known.InWords() : whenUnknown;

    /// <summary>"Yes", "No", or that it is not stated.</summary>
    public static string InWords(this bool? fact) => fact is { } known ? (known ? "Yes" : "No") : NotStated;

    /// <summary>The form that links, query strings and services use.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
