using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A request to record that a meeting was held, in one go with its minutes.</summary>
/// <param name="On">London date; that for which it was planned unless said.</param>
/// <param name="AttendedBy">Those expected unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record HoldMeeting(
    DateOnly? On,
    [property: FreeText] string? Outcome,
    IReadOnlyList<string>? AttendedBy,
    bool? IndependentlyFacilitated,
    bool Confirmed = false,
    IReadOnlyList<AttendanceText>? Attendance = null,
    [property: FreeText] IReadOnlyList<DecisionText>? Decisions = null,
    [property: FreeText] IReadOnlyList<ArisingText>? Arising = null
) : IFreeText
{
    internal MinutesText Minutes => new(Attendance, Decisions, Arising, Confirmed);
}

/// <summary>A request to put a meeting on another day.</summary>
public sealed record MoveMeeting(DateOnly? To, [property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>A request to cancel a meeting.</summary>
public sealed record CancelMeeting([property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>A request to set an agenda, in order.</summary>
public sealed record SetAgenda([property: FreeText] IReadOnlyList<AgendaItemText>? Items, bool Confirmed = false) : IFreeText;

/// <summary>A meeting on its way from planned to held.</summary>
public static class MeetingActEndpoints
{
    public static void MapMeetingActs(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/meetings/{id:guid}").WithTags("Meetings");
        Act(group.MapPost("/held", Hold), "Records that a planned meeting was held, what came of it, and its minutes.");
        Act(group.MapPost("/minutes", AddMinutes), "Adds attendance, decisions and actions arising to a meeting that was held.");
        Act(group.MapPut("/agenda", Agenda), "Sets the agenda; points taken off stay in view as at an earlier date.");
        Act(group.MapPost("/move", Move), "Puts a planned meeting on another day, with the reason.");
        Act(group.MapPost("/cancellation", Cancel), "Cancels a planned meeting, with the reason.");
    }

    private static void Act(RouteHandlerBuilder route, string summary) =>
        route.RequireAuthorization(Can.KeepRegisters).RequireIfMatch().Produces<MeetingView>().ProducesProblem(422).WithSummary(summary);

    private static Task<IResult> Hold(Guid id, HoldMeeting held, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        WriteAsync(
            db,
            http,
            clock,
            id,
            async meeting =>
                meeting.Hold(held.On, held.Outcome, held.AttendedBy, held.IndependentlyFacilitated, clock.Today())
                    is { IsOk: false } refused
                    ? refused
                    : await Minutes.WriteAsync(db, meeting, held.Minutes, clock.Today(), clock.GetUtcNow())
        );

    private static Task<IResult> AddMinutes(Guid id, MinutesText minutes, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        WriteAsync(db, http, clock, id, meeting => Minutes.WriteAsync(db, meeting, minutes, clock.Today(), clock.GetUtcNow()));

    private static Task<IResult> Agenda(Guid id, SetAgenda agenda, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        WriteAsync(db, http, clock, id, meeting => Task.FromResult(meeting.SetAgenda(agenda.Items, clock.Today(), clock.GetUtcNow())));

    private static Task<IResult> Move(Guid id, MoveMeeting move, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        WriteAsync(db, http, clock, id, meeting => Task.FromResult(meeting.Move(move.To, move.Reason, clock.Today(), clock.GetUtcNow())));

    private static Task<IResult> Cancel(Guid id, CancelMeeting cancel, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        WriteAsync(db, http, clock, id, meeting => Task.FromResult(meeting.Cancel(cancel.Reason, clock.Today(), clock.GetUtcNow())));

    private static async Task<IResult> WriteAsync(
        PoliceActionPlanDb db,
        HttpContext http,
        TimeProvider clock,
        Guid id,
        Func<Meeting, Task<Result>> act
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var answer = await db.ChangeAsync(http, id, act, m => MeetingView.Of(m, clock.Today()), "meeting");
        await transaction.CommitAsync();
        return answer;
    }
}
