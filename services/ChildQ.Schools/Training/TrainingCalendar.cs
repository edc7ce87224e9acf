using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Calendars;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>
/// What is held for schools as a public calendar feed, from a month ago on: what was moved keeps its place in people's calendars, and what was
/// cancelled is struck out.
/// </summary>
public static class TrainingCalendar
{
    public static void MapTrainingCalendar(this RouteGroupBuilder group) =>
        group
            .MapGet("/calendar.ics", Feed)
            .AllowAnonymous()
            .Produces<string>(contentType: CalendarFeed.ContentType)
            .WithSummary("Training and conferences for schools as an iCalendar feed.");

    private static async Task<IResult> Feed(SchoolsDb db, TimeProvider clock, IConfiguration configuration)
    {
        var today = Moment.Of(clock).Today;
        var sessions = await db.Training()
            .AsNoTracking()
            .Where(s => s.KnownOn <= today && s.On >= today.AddMonths(-1))
            .OrderBy(s => s.Reference)
            .ToListAsync();
        return CalendarFeed.Of("Training and conferences for schools", sessions.Select(Entry), configuration.PublicUrl());
    }

    private static CalendarEntry Entry(TrainingSession session)
    {
        var plan = session.Plan;
        return new(
            session.Id,
            session.Title,
            session.Detail,
            plan.Place,
            plan.On!.Value,
            plan.StartsAt,
            plan.EndsAt,
            session.Status == TrainingStatus.Cancelled,
            session.CancelledBecause,
            session.Plans.Count - 1,
            plan.RecordedAt.UtcDateTime,
            session.Path
        );
    }
}
