using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.ServiceDefaults.Promises;

/// <summary>Where a promise stands.</summary>
public enum PromiseStatus
{
    /// <summary>Planned: nothing has been recorded yet.</summary>
    NotStarted,
    UnderWay,
    Done,
    Stopped,
}

/// <summary>What was so from a date on. Appended, never changed.</summary>
public sealed class Progress
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>London date on which it took effect; none where it is not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required PromiseStatus Status { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A promise's status as a report or an import states it.</summary>
/// <param name="KnownOn">Used where <paramref name="On"/> is not known.</param>
public sealed record ReportedProgress(PromiseStatus? Status, DateOnly? On, string? Note, DateOnly? KnownOn);

/// <summary>A due date that was moved: why, and from what to what.</summary>
public sealed class DueDateMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required string Reason { get; init; }

    /// <summary>London date of the move.</summary>
    public required DateOnly MovedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>
/// Something promised by a date: an action of the shared plan, a planned step of a workstream. Its progress is dated and appended; its due
/// date moves only with a reason and the first one stays in view; whether it is overdue is computed, never typed.
/// </summary>
public abstract class Promise : Entity
{
    private readonly List<Progress> _progress = [];
    private readonly List<DueDateMove> _dueDateMoves = [];

    /// <summary>Human reference, unique in its register: <c>PAP-ACT-012</c>.</summary>
    public string Reference { get; protected set; } = "";

    public string Title { get; protected set; } = "";

    /// <summary>One of <see cref="Contracts.Workstreams"/>.</summary>
    public string Workstream { get; protected set; } = "";

    /// <summary>Due as first promised.</summary>
    public DateOnly? FirstDue { get; protected set; }

    /// <summary>Due as it now stands.</summary>
    public DateOnly? Due { get; protected set; }

    /// <summary>The words of the promise where it gives no day: "Autumn term 2022".</summary>
    public string? DueText { get; protected set; }

    /// <summary>London date from which the promise was known.</summary>
    public DateOnly KnownOn { get; protected set; }

    /// <summary>Where it comes from, for example the section of the report of June 2022.</summary>
    public string? Source { get; protected set; }

    /// <summary>The latest status: derived from <see cref="Progress"/>, kept beside it so that lists can filter by it.</summary>
    public PromiseStatus Status { get; private set; }

    public IReadOnlyList<Progress> Progress => _progress;

    public IReadOnlyList<DueDateMove> DueDateMoves => _dueDateMoves;

    /// <summary>Appends what is so from a date on. Recorded late, it was not known before: a view as at an earlier day never shows it.</summary>
    /// <param name="knownOn">What another record reports was known when that record says; otherwise it is known from today.</param>
    public Result Record(PromiseStatus status, string? note, DateOnly? on, DateOnly today, DateTimeOffset now, DateOnly? knownOn = null)
    {
        var check = new Check()
            .OptionalText(note, "note", 4000)
            .That(
                on is null || on <= today,
                "progress/in-the-future",
                "Progress is about what has happened: its date cannot be in the future.",
                "on"
            )
            .That(
                status is not PromiseStatus.Stopped || !string.IsNullOrWhiteSpace(note),
                "progress/stopped-without-reason",
                "Say why it was stopped.",
                "note"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        var progress = new Progress
        {
            On = on,
            KnownOn = knownOn ?? today,
            Status = status,
            Note = note,
            RecordedAt = now,
        };
        _progress.Add(progress);
        Status = Latest(_progress)?.Status ?? PromiseStatus.NotStarted;
        RaiseProgressed(progress);
        return Result.Ok;
    }

    /// <summary>
    /// Progress as another record reports it: appended where it says something new, so that hearing it twice changes nothing. What is merely
    /// planned is the absence of progress.
    /// </summary>
    public Result Reported(ReportedProgress reported, DateOnly today, DateTimeOffset now)
    {
        if (reported.Status is not { } status || (_progress.Count == 0 && status == PromiseStatus.NotStarted && reported.Note is null))
        {
            return Result.Ok;
        }

        return _progress.Any(p =>
            p.Status == status && p.On == reported.On && string.Equals(p.Note, reported.Note, StringComparison.Ordinal)
        )
            ? Result.Ok
            : Record(status, reported.Note, reported.On, today, now, reported.On ?? reported.KnownOn);
    }

    /// <summary>Moves the due date. The first date, and every move with its reason, stay on record.</summary>
    public Result MoveDue(DateOnly? to, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(!string.IsNullOrWhiteSpace(reason), "due-date/no-reason", "Say why the date moves: a due date is a promise.", "reason")
            .OptionalText(reason, "reason", 2000)
            .That(to != Due, "due-date/not-moved", "That is the due date already.", "to")
            .That(
                Status is not (PromiseStatus.Done or PromiseStatus.Stopped),
                "due-date/closed",
                "This is done or stopped: its due date no longer moves."
            );
        if (check.Failed)
        {
            return check.Result;
        }

        var move = new DueDateMove
        {
            From = Due,
            To = to,
            Reason = reason!,
            MovedOn = today,
            RecordedAt = now,
        };
        _dueDateMoves.Add(move);
        FirstDue ??= Due ?? to;
        Due = to;
        RaiseDueMoved(move);
        return Result.Ok;
    }

    /// <summary>The latest progress known as at a date; none where nothing was known.</summary>
    public Progress? ProgressAsAt(DateOnly asAt) => Latest(_progress.Where(p => p.KnownOn <= asAt));

    public PromiseStatus StatusAsAt(DateOnly asAt) => ProgressAsAt(asAt)?.Status ?? PromiseStatus.NotStarted;

    /// <summary>The due date as it stood at a date.</summary>
    public DateOnly? DueAsAt(DateOnly asAt) =>
        _dueDateMoves.Where(m => m.MovedOn > asAt).OrderBy(m => m.RecordedAt).FirstOrDefault() is { } next ? next.From : Due;

    /// <summary>Past its due date and neither done nor stopped, as at a date.</summary>
    public bool IsOverdue(DateOnly asAt) => DueAsAt(asAt) < asAt && StatusAsAt(asAt) is not (PromiseStatus.Done or PromiseStatus.Stopped);

    protected abstract void RaiseProgressed(Progress progress);

    protected abstract void RaiseDueMoved(DueDateMove move);

    private static Progress? Latest(IEnumerable<Progress> progress) =>
        progress.OrderBy(p => p.On ?? p.KnownOn).ThenBy(p => p.RecordedAt).ThenBy(p => p.Id).LastOrDefault();
}
