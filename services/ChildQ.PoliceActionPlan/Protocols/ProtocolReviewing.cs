using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>By when the version in force is to be reviewed, as set or moved. Appended, never changed.</summary>
public sealed class ReviewDate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>From 1, in the order in which they were set.</summary>
    public required int Position { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>London date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why it was moved; none where it was set at publication.</summary>
    public string? Reason { get; init; }

    /// <summary>London date on which it was set.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The review of what is in force.</summary>
public sealed partial class Protocol
{
    private readonly List<ReviewDate> _reviewDates = [];

    public IReadOnlyList<ReviewDate> ReviewDates => _reviewDates;

    /// <summary>Moves the review date of what is in force: a promise too, so with the reason. The dates before stay in view.</summary>
    public Result MoveReview(DateOnly? to, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(
                Status == ProtocolStatus.Published,
                "protocol/no-review",
                "Only what is published, with no later version under way, has a review date."
            )
            .That(!string.IsNullOrWhiteSpace(reason), "due-date/no-reason", "Say why the date moves: a review date is a promise.", "reason")
            .OptionalText(reason, "reason", 2000)
            .That(to is not null, "input/required", "Say by when it is to be reviewed.", "to")
            .That(to is null || to >= today, "protocol/review-date", "Move it to today or later.", "to")
            .That(to is null || to != ReviewOnAsAt(today), "due-date/not-moved", "That is the review date already.", "to");
        if (check.Failed)
        {
            return check.Result;
        }

        SetReview(to!.Value, reason, today, now);
        RaiseRecorded($"Review date moved: {Title}", today, today);
        return Result.Ok;
    }

    /// <summary>By when the version in force is to be reviewed, as known at a date; none where none is in force, or no date is on record.</summary>
    public DateOnly? ReviewOnAsAt(DateOnly asAt) =>
        InForceAsAt(asAt) is { } inForce
            ? _reviewDates.Where(r => r.VersionNumber == inForce.VersionNumber && r.KnownOn <= asAt).MaxBy(r => r.Position)?.On
            : null;

    /// <summary>Past its review date, and no later version begun.</summary>
    public bool IsReviewOverdue(DateOnly asAt) =>
        StageAsAt(asAt)?.Status == ProtocolStatus.Published && ReviewOnAsAt(asAt) is { } review && review < asAt;

    private void SetReview(DateOnly on, string? reason, DateOnly today, DateTimeOffset now)
    {
        _reviewDates.Add(
            new()
            {
                Position = _reviewDates.Count + 1,
                VersionNumber = VersionNumber,
                On = on,
                Reason = reason,
                KnownOn = today,
                RecordedAt = now,
            }
        );
        AppendedAt = now;
    }
}

internal static class ReviewQueries
{
    /// <summary><see cref="Protocol.IsReviewOverdue"/>, in the database.</summary>
    public static IQueryable<Protocol> ReviewOverdueAsAt(this IQueryable<Protocol> protocols, DateOnly asAt) =>
        protocols
            .Where(p =>
                p.Stages.Where(s => s.KnownOn <= asAt)
                    .OrderByDescending(s => s.Position)
                    .Take(1)
                    .Any(s => s.Status == ProtocolStatus.Published)
            )
            .Where(p => p.ReviewDates.Where(r => r.KnownOn <= asAt).OrderByDescending(r => r.Position).Take(1).Any(r => r.On < asAt));
}
