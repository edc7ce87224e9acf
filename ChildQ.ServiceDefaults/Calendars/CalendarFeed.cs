using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Calendars;

/// <summary>Something that is held on a day. Dates and times are London's.</summary>
/// <param name="Id">Its UID for good, also when it moves or is cancelled.</param>
/// <param name="StartsAt">None where the time is not known: it then takes the day.</param>
/// <param name="CancelledBecause">The reason, where it is cancelled; it stays in the feed, so that it is struck out in people's calendars.</param>
/// <param name="Moves">How often its day or times moved.</param>
/// <param name="ChangedAt">In UTC.</param>
/// <param name="Path">Where the Portal shows it, from the site's root.</param>
public sealed record CalendarEntry(
    Guid Id,
    string Title,
    string? About,
    string? Place,
    DateOnly On,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    bool IsCancelled,
    string? CancelledBecause,
    int Moves,
    DateTime ChangedAt,
    string Path
);

/// <summary>Calendar feeds (RFC 5545), for people to subscribe to. Times are London's; what has no time takes its day.</summary>
public static class CalendarFeed
{
    public const string ContentType = "text/calendar";
    private const string London = "Europe/London";
    private static readonly DateTime TimeZoneFrom = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <param name="site">The site's public address.</param>
    public static IResult Of(string name, IEnumerable<CalendarEntry> entries, Uri site)
    {
        var calendar = new Calendar { ProductId = "-//Hackney Council//ChildQ//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(London, TimeZoneFrom, includeHistoricalData: false));
        calendar.Events.AddRange(entries.Select(entry => Event(entry, site)));
        return Results.Text(new CalendarSerializer().SerializeToString(calendar)!, ContentType, Encoding.UTF8);
    }

    private static CalendarEvent Event(CalendarEntry entry, Uri site)
    {
        var told = new CalendarEvent
        {
            Uid = $"{entry.Id}@childq.hackney.gov.uk",
            Summary = entry.Title,
            Description = entry.IsCancelled ? $"Cancelled: {entry.CancelledBecause}" : entry.About,
            Location = entry.Place,
            Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Sequence = entry.Moves + (entry.IsCancelled ? 1 : 0),
            Url = new Uri(site, entry.Path),
            DtStamp = new CalDateTime(entry.ChangedAt),
            Start = entry.StartsAt is { } starts ? At(entry.On, starts) : new CalDateTime(entry.On),
        };
        if (entry.StartsAt is not null && entry.EndsAt is { } ends)
        {
            told.End = At(entry.On, ends);
        }

        return told;
    }

    private static CalDateTime At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), London);
}
