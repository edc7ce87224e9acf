using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Calendars;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>Meetings as calendar feeds, for people to subscribe to.</summary>
public static class MeetingCalendar
{
    public static void MapCalendars(this RouteGroupBuilder root)
    {
        root.MapGet("/meetings/calendar.ics", AllPublic)
            .AllowAnonymous()
            .WithTags("Meetings")
            .Produces<string>(contentType: CalendarFeed.ContentType)
            .WithSummary("All public meetings as an iCalendar feed.");
        root.MapGet("/bodies/{id:guid}/calendar.ics", OfBody)
            .AllowAnonymous()
            .WithTags("Bodies")
            .Produces<string>(contentType: CalendarFeed.ContentType)
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
        CalendarFeed.Of(name, meetings.Where(m => m.On is not null).Select(m => Entry(m, today)), site);

    private static CalendarEntry Entry(Meeting meeting, DateOnly today) =>
        new(
            meeting.Id,
            meeting.Title,
            meeting.Purpose,
            meeting.Place,
            meeting.On!.Value,
            meeting.StartsAt,
            meeting.EndsAt,
            meeting.StatusAsAt(today) == MeetingStatus.Cancelled,
            meeting.CancelledBecause,
            meeting.Moves.Count,
            meeting.AppendedAt?.UtcDateTime ?? meeting.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            $"/police-action-plan/meetings/{meeting.Id}"
        );
}
