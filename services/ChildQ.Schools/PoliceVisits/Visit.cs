using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A visit by police to a school. What was said of it before is kept as <see cref="VisitRecord"/>s: a correction is appended.</summary>
public sealed class Visit : Entity
{
    private readonly List<VisitRecord> _records = [];

    private Visit() { }

    /// <summary>The school's URN.</summary>
    public int Urn { get; private init; }

    /// <summary>As now known.</summary>
    public VisitDetails Details { get; private set; } = null!;

    /// <summary>How often it was put on record, and so 1 where it was never corrected.</summary>
    public int Revisions { get; private set; }

    /// <summary>When something was last appended: the row, and with it the ETag, changes with each of its parts.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<VisitRecord> Records => _records;

    /// <param name="today">London date on which it is put on record, and from which it is known.</param>
    public static Result<Visit> Record(int urn, VisitText text, DateOnly today, DateTimeOffset now)
    {
        var visit = new Visit { Urn = urn };
        return visit.Write(text, reason: null, today, now).With(() => visit);
    }

    /// <summary>Appends a correction with its reason.</summary>
    public Result Correct(VisitText text, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check().Text(reason, "correctionReason", 500);
        return check.Failed ? check.Result : Write(text, reason, today, now);
    }

    private Result Write(VisitText text, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(text.On is not null, "input/required", "Enter the date of the visit.", "on")
            .That(text.On is null || text.On <= today, "visit/in-the-future", "A visit is put on record once it has been.", "on")
            .That(text.On is null || text.On >= Earliest, "visit/too-long-ago", "Enter a date from 2010 on.", "on")
            .OptionalText(text.Why, "why", 2000)
            .OptionalText(text.Note, "note", 2000)
            .That(text.Officers is null or (>= 1 and <= 200), "visit/officers", "The number of officers is from 1 to 200.", "officers");
        if (check.Failed)
        {
            return check.Result;
        }

        var details = new VisitDetails(
            text.On!.Value,
            text.At,
            text.AskedBy ?? AskedBy.NotKnown,
            text.Reason ?? VisitReason.NotKnown,
            text.Why,
            text.Officers,
            text.Attended ?? Attended.NotKnown,
            text.Outcome ?? VisitOutcome.NotKnown,
            text.Note
        );
        if (details == Details)
        {
            return Rule.Broken("visit/not-changed", "That is what is on record already.");
        }

        (Details, Revisions, RecordedAt) = (details, Revisions + 1, now);
        _records.Add(new(Id, Urn, Revisions, today, now, reason, details));
        return Result.Ok;
    }

    private static readonly DateOnly Earliest = new(2010, 1, 1);
}

/// <summary>What was known of a visit from a date on. Appended, never changed.</summary>
public sealed class VisitRecord : Entity
{
    private VisitRecord() { }

    internal VisitRecord(Guid visitId, int urn, int sequence, DateOnly knownOn, DateTimeOffset at, string? reason, VisitDetails details) =>
        (VisitId, Urn, Sequence, KnownOn, RecordedAt, Reason, Details) = (visitId, urn, sequence, knownOn, at, reason, details);

    public Guid VisitId { get; private init; }

    public int Urn { get; private init; }

    /// <summary>1 for the first record, and so on.</summary>
    public int Sequence { get; private init; }

    /// <summary>London date from which it was known.</summary>
    public DateOnly KnownOn { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Why it was corrected; none for the first.</summary>
    public string? Reason { get; private init; }

    public VisitDetails Details { get; private init; } = null!;
}
