using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.ServiceDefaults.Promises;

/// <summary>Progress as shown.</summary>
public sealed record ProgressView(DateOnly? On, DateOnly KnownOn, PromiseStatus Status, string? Note);

/// <summary>A moved due date as shown.</summary>
public sealed record DueDateMoveView(DateOnly? From, DateOnly? To, string Reason, DateOnly MovedOn);

/// <summary>What every promise shows, as at a date: nothing known later is in it.</summary>
public sealed record PromiseView(
    PromiseStatus Status,
    string? StatusNote,
    DateOnly? StatusOn,
    DateOnly? FirstDue,
    DateOnly? Due,
    string? DueText,
    bool Overdue,
    IReadOnlyList<ProgressView> Progress,
    IReadOnlyList<DueDateMoveView> DueDateMoves
)
{
    public static PromiseView Of(Promise promise, DateOnly asAt)
    {
        var latest = promise.ProgressAsAt(asAt);
        return new(
            latest?.Status ?? PromiseStatus.NotStarted,
            latest?.Note,
            latest?.On,
            promise.FirstDue,
            promise.DueAsAt(asAt),
            promise.DueText,
            promise.IsOverdue(asAt),
            [
                .. promise
                    .Progress.Where(p => p.KnownOn <= asAt)
                    .OrderBy(p => p.On ?? p.KnownOn)
                    .ThenBy(p => p.RecordedAt)
                    .Select(p => new ProgressView(p.On, p.KnownOn, p.Status, p.Note)),
            ],
            [
                .. promise
                    .DueDateMoves.Where(m => m.MovedOn <= asAt)
                    .OrderBy(m => m.RecordedAt)
                    .Select(m => new DueDateMoveView(m.From, m.To, m.Reason, m.MovedOn)),
            ]
        );
    }
}

/// <summary>A request to append progress.</summary>
/// <param name="On">London date on which it took effect; none where it is not known.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record RecordProgress(PromiseStatus Status, [property: FreeText] string? Note, DateOnly? On, bool Confirmed = false)
    : IFreeText;

/// <summary>A request to move a due date.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record MoveDueDate(DateOnly? To, [property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;
