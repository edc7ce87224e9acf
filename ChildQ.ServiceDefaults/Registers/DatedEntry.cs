using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>
/// An entry due by a date that is no action of the plan: a commitment in a letter, a protocol. Its due date is a promise as well: it moves with
/// a reason, and the first one stays in view.
/// </summary>
public abstract class DatedEntry : Entry
{
    public DateOnly? FirstDue { get; private set; }

    public DateOnly? Due { get; private set; }

    public List<DueDateMove> DueDateMoves { get; private set; } = [];

    /// <summary>When something was last appended to it: the row, and with it the ETag, changes with each of its parts.</summary>
    public DateTimeOffset? AppendedAt { get; protected set; }

    /// <summary>Nothing more is owed, so that the due date no longer moves.</summary>
    protected abstract bool IsSettled { get; }

    /// <summary>Moves the due date. The first date, and every move with its reason, stay on record.</summary>
    public Result MoveDue(DateOnly? to, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(!string.IsNullOrWhiteSpace(reason), "due-date/no-reason", "Say why the date moves: a due date is a promise.", "reason")
            .OptionalText(reason, "reason", 2000)
            .That(to != Due, "due-date/not-moved", "That is the due date already.", "to")
            .That(!IsSettled, "due-date/closed", "Nothing more is owed here: its due date no longer moves.");
        if (check.Failed)
        {
            return check.Result;
        }

        DueDateMoves.Add(
            new()
            {
                From = Due,
                To = to,
                Reason = reason!,
                MovedOn = today,
                RecordedAt = now,
            }
        );
        FirstDue ??= Due ?? to;
        Due = to;
        AppendedAt = now;
        RaiseDueMoved(today);
        return Result.Ok;
    }

    /// <summary>The due date as it stood at a date.</summary>
    public DateOnly? DueAsAt(DateOnly asAt) =>
        DueDateMoves.Where(m => m.MovedOn > asAt).OrderBy(m => m.RecordedAt).FirstOrDefault() is { } next ? next.From : Due;

    protected void FirstPromise(DateOnly? due) => FirstDue = Due = due;

    /// <summary>A new promise in place of one that was kept: no move, but the earlier date stays on record.</summary>
    protected void PromiseAnew(DateOnly? due, DateOnly today, DateTimeOffset now)
    {
        if (due != Due)
        {
            DueDateMoves.Add(
                new()
                {
                    From = Due,
                    To = due,
                    Reason = "A new version was begun.",
                    MovedOn = today,
                    RecordedAt = now,
                }
            );
        }

        FirstPromise(due);
    }

    /// <summary>A file gives the due date as it stands; another one needs a reason, which a file has no place for.</summary>
    protected Result SameDue(DateOnly? due) =>
        due == Due
            ? Result.Ok
            : Rule.Broken("due-date/no-reason", "This is another due date than the one on record. Move it there, with the reason.", "due");

    protected abstract void RaiseDueMoved(DateOnly on);
}

/// <summary>The due date of an entry as shown, as at a date.</summary>
public sealed record DueView(DateOnly? FirstDue, DateOnly? Due, IReadOnlyList<DueDateMoveView> Moves)
{
    public static DueView Of(DatedEntry entry, DateOnly asAt) =>
        new(
            entry.FirstDue,
            entry.DueAsAt(asAt),
            [
                .. entry
                    .DueDateMoves.Where(m => m.MovedOn <= asAt)
                    .OrderBy(m => m.RecordedAt)
                    .Select(m => new DueDateMoveView(m.From, m.To, m.Reason, m.MovedOn)),
            ]
        );
}
