using ChildQ.Contracts;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A point of the agenda as shown.</summary>
public sealed record AgendaItemView(int Position, string Title, string? Presenter, IReadOnlyList<string> Papers, DateOnly KnownOn);

/// <summary>Who came, as shown.</summary>
public sealed record AttendanceView(string Organisation, string? Post, string? Official, Presence Presence);

/// <summary>A meeting put on another day, as shown.</summary>
public sealed record MeetingMoveView(DateOnly? From, DateOnly? To, string Reason, DateOnly MovedOn);

/// <summary>A meeting as shown, as at a date. Its decisions and the actions arising have registers of their own.</summary>
/// <param name="Body">Reference of the body that meets.</param>
/// <param name="StartsAt">London time; none where it is not known.</param>
public sealed record MeetingView(
    Guid Id,
    string Reference,
    string? Body,
    DateOnly? On,
    string Title,
    MeetingStatus Status,
    string? Purpose,
    string? Outcome,
    IReadOnlyList<string> AttendedBy,
    bool? IndependentlyFacilitated,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    string? CancelledBecause,
    IReadOnlyList<MeetingMoveView> Moves,
    IReadOnlyList<AgendaItemView> Agenda,
    IReadOnlyList<AttendanceView> Attendance
)
{
    public static MeetingView Of(Meeting m, DateOnly asAt)
    {
        var status = m.StatusAsAt(asAt);
        var held = status == MeetingStatus.Held;
        var onlyPlanned = !held && m.Status == MeetingStatus.Held;
        return new(
            m.Id,
            m.Reference,
            m.Body,
            m.OnAsAt(asAt),
            m.Title,
            status,
            m.Purpose,
            held ? m.Outcome : null,
            onlyPlanned ? m.Expected : m.AttendedBy,
            m.IndependentlyFacilitated,
            m.Workstream,
            m.KnownOn,
            m.Source,
            m.Sharing,
            m.StartsAt,
            m.EndsAt,
            m.Place,
            status == MeetingStatus.Cancelled ? m.CancelledBecause : null,
            [
                .. m
                    .Moves.Where(v => v.MovedOn <= asAt)
                    .OrderBy(v => v.RecordedAt)
                    .Select(v => new MeetingMoveView(v.From, v.To, v.Reason, v.MovedOn)),
            ],
            [.. m.AgendaAsAt(asAt).Select(a => new AgendaItemView(a.Position, a.Title, a.Presenter, a.Papers, a.KnownOn))],
            [.. m.AttendanceAsAt(asAt).Select(a => new AttendanceView(a.Organisation, a.Post, a.Official, a.Presence))]
        );
    }
}
