using System.Text;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>
/// Meetings as calendar feeds (RFC 5545), for people to subscribe to. Times are London's; a meeting whose time is not known takes the day.
/// An event keeps its UID for good, and stays in the feed when its meeting is cancelled, so that it is struck out in people's calendars.
/// </summary>
public static class MeetingCalendar
{
    private const string London = "Europe/London";
    private static readonly DateTime TimeZoneFrom = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static void MapCalendars(this RouteGroupBuilder root)
    {
        root.MapGet("/meetings/calendar.ics", AllPublic)
            .AllowAnonymous()
            .WithTags("Meetings")
            .Produces<string>(contentType: "text/calendar")
            .WithSummary("All public meetings as an iCalendar feed.");
        root.MapGet("/bodies/{id:guid}/calendar.ics", OfBody)
            .AllowAnonymous()
            .WithTags("Bodies")
            .Produces<string>(contentType: "text/calendar")
            .WithSummary("A body's meetings that the caller may read, as an iCalendar feed.");
    }

    private static async Task<IResult> AllPublic(PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, IConfiguration configuration)
    {
        var today = clock.Today();
        var meetings = await db
            .Meetings.ReadableBy(user, today)
            .Where(m => m.Sharing == SharingLevel.Public)
            .OrderBy(m => m.Reference)
            .ToListAsync();
        return Feed("Meetings on police action planning", meetings, today, configuration.PublicUrl());
    }

    private static async Task<IResult> OfBody(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        IConfiguration configuration
    )
    {
        var today = clock.Today();
        if (await db.Bodies.ReadableBy(user, today).FirstOrDefaultAsync(b => b.Id == id) is not { } body)
        {
            return ServiceDefaults.Problems.Problem.NotFound("body");
        }

        var meetings = await db.ReadableOfBodiesAsync<Meeting>(user, today);
        return Feed(
            body.Name,
            await meetings.Where(m => m.Body == body.Reference).OrderBy(m => m.Reference).ToListAsync(),
            today,
            configuration.PublicUrl()
        );
    }

    private static IResult Feed(string name, IEnumerable<Meeting> meetings, DateOnly today, Uri site) =>
        Results.Text(Of(name, meetings, today, site), "text/calendar", Encoding.UTF8);

    internal static string Of(string name, IEnumerable<Meeting> meetings, DateOnly today, Uri site)
    {
        var calendar = new Calendar { ProductId = "-//Hackney Council//ChildQ//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(London, TimeZoneFrom, includeHistoricalData: false));
        calendar.Events.AddRange(meetings.Where(m => m.On is not null).Select(m => Event(m, today, site)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(Meeting meeting, DateOnly today, Uri site)
    {
        var day = meeting.On!.Value;
        var status = meeting.StatusAsAt(today);
        var told = new CalendarEvent
        {
            Uid = $"{meeting.Id}@childq.hackney.gov.uk",
            Summary = meeting.Title,
            Description = status == MeetingStatus.Cancelled ? $"Cancelled: {meeting.CancelledBecause}" : meeting.Purpose,
            Location = meeting.Place,
            Status = status == MeetingStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Sequence = meeting.Moves.Count + (status == MeetingStatus.Cancelled ? 1 : 0),
            Url = new Uri(site, $"/police-action-plan/meetings/{meeting.Id}"),
            DtStamp = new CalDateTime((meeting.AppendedAt?.UtcDateTime ?? meeting.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))),
            Start = meeting.StartsAt is { } starts ? At(day, starts) : new CalDateTime(day),
        };
        if (meeting.StartsAt is not null && meeting.EndsAt is { } ends)
        {
            told.End = At(day, ends);
        }

        return told;
    }

    private static CalDateTime At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), London);
}
