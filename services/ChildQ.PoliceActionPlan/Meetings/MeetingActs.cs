using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>What happens to a meeting on its way: agenda, another day, cancelled, who came.</summary>
public sealed partial class Meeting
{
    private readonly List<AgendaItem> _agenda = [];
    private readonly List<Attendance> _attendance = [];
    private readonly List<MeetingMove> _moves = [];

    /// <summary>Every point that ever stood on the agenda.</summary>
    public IReadOnlyList<AgendaItem> Agenda => _agenda;

    /// <summary>Everything that was ever said of who came.</summary>
    public IReadOnlyList<Attendance> Attendance => _attendance;

    public IReadOnlyList<MeetingMove> Moves => _moves;

    /// <summary>London date from which it was known to be cancelled.</summary>
    public DateOnly? CancelledKnownOn { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>When something was last appended to it: the row, and with it the ETag, changes with each of its parts.</summary>
    public DateTimeOffset? AppendedAt { get; private set; }

    /// <summary>Sets the agenda, in this order. Points that stay as they are keep the day on which they were put on it.</summary>
    public Result SetAgenda(IReadOnlyList<AgendaItemText>? items, DateOnly today, DateTimeOffset now)
    {
        items ??= [];
        var check = new Check()
            .That(Status != MeetingStatus.Cancelled, "meeting/cancelled", "This meeting was cancelled.")
            .That(items.Count <= 50, "list/too-long", "Give 50 or fewer.", "items");
        foreach (var item in items.Take(50))
        {
            check
                .Text(item.Title, "title", 500)
                .OptionalText(item.Presenter, "presenter", 300)
                .That(item.Papers is not { Count: > 20 }, "list/too-long", "Give 20 papers or fewer.", "papers");
            foreach (var paper in item.Papers?.Take(20) ?? [])
            {
                check.Text(paper, "papers", 500);
            }
        }

        if (check.Failed)
        {
            return check.Result;
        }

        var standing = _agenda.Where(a => a.TakenOffOn is null).ToList();
        foreach (var (text, position) in items.Select((text, i) => (text, i + 1)))
        {
            if (standing.RemoveAll(a => a.Says(text, position)) == 0)
            {
                _agenda.Add(
                    new()
                    {
                        Position = position,
                        Title = text.Title!,
                        Presenter = text.Presenter,
                        Papers = [.. text.Papers ?? []],
                        KnownOn = today,
                    }
                );
            }
        }

        standing.ForEach(gone => gone.TakeOff(today));
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>Puts a planned meeting on another day, with the reason; the earlier day stays on record.</summary>
    public Result Move(DateOnly? to, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(Status == MeetingStatus.Planned, "meeting/not-planned", "Only a planned meeting moves.")
            .That(!string.IsNullOrWhiteSpace(reason), "meeting/no-reason", "Say why the meeting moves.", "reason")
            .OptionalText(reason, "reason", 2000)
            .That(to != On, "meeting/not-moved", "That is its day already.", "to")
            .That(to is null || to >= today, "meeting/in-the-past", "A meeting moves to a day to come.", "to");
        if (check.Failed)
        {
            return check.Result;
        }

        _moves.Add(
            new()
            {
                From = On,
                To = to,
                Reason = reason!,
                MovedOn = today,
                RecordedAt = now,
            }
        );
        On = to;
        AppendedAt = now;
        RaiseRecorded(today);
        return Result.Ok;
    }

    /// <summary>Cancels a planned meeting, with the reason. It stays on record, and in the calendar as cancelled.</summary>
    public Result Cancel(string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(Status == MeetingStatus.Planned, "meeting/not-planned", "Only a planned meeting can be cancelled.")
            .That(!string.IsNullOrWhiteSpace(reason), "meeting/no-reason", "Say why it is cancelled.", "reason")
            .OptionalText(reason, "reason", 2000);
        if (check.Failed)
        {
            return check.Result;
        }

        (Status, CancelledKnownOn, CancelledBecause, AppendedAt) = (MeetingStatus.Cancelled, Later(today, KnownOn), reason, now);
        RaiseRecorded(CancelledKnownOn.Value);
        return Result.Ok;
    }

    /// <summary>Appends who came. A name is kept only of an official, where the source of the minutes is given (DOMAIN.md, rule 4).</summary>
    public Result Attend(IReadOnlyList<AttendanceText>? attendance, DateOnly today, DateTimeOffset now)
    {
        if (attendance is not { Count: > 0 })
        {
            return Result.Ok;
        }

        var check = new Check()
            .That(Status == MeetingStatus.Held, "meeting/not-held", "Who came is recorded of a meeting that was held.", "attendance")
            .That(attendance.Count <= 100, "list/too-long", "Give 100 or fewer.", "attendance")
            .That(
                attendance.Select(a => (a.Organisation, a.Post, a.Official)).Distinct().Count() == attendance.Count,
                "list/twice",
                "Each may be there once only.",
                "attendance"
            )
            .That(
                Source is not null || attendance.All(a => a.Official is null),
                "attendance/name-without-source",
                "A name is kept only where the source of the minutes gives it: leave it out, or give the meeting's source.",
                "official"
            );
        foreach (var one in attendance.Take(100))
        {
            check
                .Text(one.Organisation, "organisation", 300)
                .OptionalText(one.Post, "post", 300)
                .OptionalText(one.Official, "official", 200);
        }

        if (check.Failed)
        {
            return check.Result;
        }

        _attendance.AddRange(
            attendance.Select(a => new Attendance
            {
                Organisation = a.Organisation!,
                Post = a.Post,
                Official = a.Official,
                Presence = a.Presence,
                KnownOn = today,
                RecordedAt = now,
            })
        );
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>Its decisions and actions stand beside it; what was read of it before is no longer all.</summary>
    internal void MinutesWritten(DateTimeOffset now) => AppendedAt = now;

    public bool WasCancelled(DateOnly asAt) => CancelledKnownOn <= asAt;

    public MeetingStatus StatusAsAt(DateOnly asAt) =>
        WasHeld(asAt) ? MeetingStatus.Held
        : WasCancelled(asAt) ? MeetingStatus.Cancelled
        : MeetingStatus.Planned;

    /// <summary>The day on which it was then held or planned.</summary>
    public DateOnly? OnAsAt(DateOnly asAt) =>
        _moves.Where(m => m.MovedOn > asAt).MinBy(m => m.RecordedAt) is { } next ? next.From
        : Status == MeetingStatus.Held && !WasHeld(asAt) ? PlannedOn
        : On;

    /// <summary>The agenda as it then stood.</summary>
    public IEnumerable<AgendaItem> AgendaAsAt(DateOnly asAt) => _agenda.Where(a => a.StoodOn(asAt)).OrderBy(a => a.Position);

    /// <summary>Who came, as then known: of each post what was said last.</summary>
    public IEnumerable<Attendance> AttendanceAsAt(DateOnly asAt) =>
        _attendance
            .Where(a => a.KnownOn <= asAt)
            .GroupBy(a => (a.Organisation, a.Post, a.Official))
            .Select(g => g.OrderBy(a => a.RecordedAt).ThenBy(a => a.Id).Last())
            .OrderBy(a => a.Presence)
            .ThenBy(a => a.Organisation, StringComparer.Ordinal)
            .ThenBy(a => a.Post, StringComparer.Ordinal);
}
