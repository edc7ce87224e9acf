using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.Guidance;

/// <summary>Where a receipt stands.</summary>
public enum ReceiptState
{
    Awaiting,

    /// <summary>The school has read it; its governing board has not adopted it yet.</summary>
    Acknowledged,
    Adopted,
}

/// <summary>The office in which somebody acknowledges for a school. An office, never a name.</summary>
public enum SchoolOffice
{
    Headteacher,
    DeputyHeadteacher,
    DesignatedSafeguardingLead,
    ChairOfGovernors,
    SchoolBusinessManager,
}

/// <summary>
/// What one school owes for one published version: its word that it has read it, and that its governing board has adopted it. It is reminded,
/// and then oversight is told, when it does not say that it has read it.
/// </summary>
public sealed class GuidanceReceipt : Entity
{
    /// <summary>Working days in full without an acknowledgement, after which the school is reminded.</summary>
    public const int RemindedAfter = 10;

    /// <summary>Working days in full without an acknowledgement, after which oversight is told.</summary>
    public const int EscalatedAfter = 20;

    private GuidanceReceipt() { }

    public Guid GuidanceId { get; private init; }

    public PublishedGuidance Guidance { get; private init; } = null!;

    public Guid SchoolId { get; private init; }

    public School School { get; private init; } = null!;

    /// <summary>London date on which the school was first told.</summary>
    public DateOnly AwaitingSince { get; private init; }

    /// <summary>London date of the acknowledgement; none while it is awaited.</summary>
    public DateOnly? AcknowledgedOn { get; private set; }

    public SchoolOffice? AcknowledgedAs { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>London date of the governing board's meeting that adopted it; none while that is awaited.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>Where it stands in the board's minutes.</summary>
    public string? MinuteReference { get; private set; }

    /// <summary>The office of whoever put the adoption on record.</summary>
    public SchoolOffice? AdoptionRecordedAs { get; private set; }

    /// <summary>London date on which the adoption was put on record: a view as at an earlier date does not show it.</summary>
    public DateOnly? AdoptionKnownOn { get; private set; }

    /// <summary>London date on which the school was reminded; none where it was not.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>London date on which oversight was told; none where it was not.</summary>
    public DateOnly? EscalatedOn { get; private set; }

    public static GuidanceReceipt Owed(Guid guidanceId, Guid schoolId, DateOnly today) =>
        new()
        {
            GuidanceId = guidanceId,
            SchoolId = schoolId,
            AwaitingSince = today,
        };

    public static GuidanceReceipt Owed(PublishedGuidance guidance, School school, DateOnly today) =>
        new()
        {
            GuidanceId = guidance.Id,
            Guidance = guidance,
            SchoolId = school.Id,
            School = school,
            AwaitingSince = today,
        };

    /// <summary>The receipt as at a date.</summary>
    public ReceiptState StateAsAt(DateOnly asAt) =>
        AdoptionKnownOn <= asAt ? ReceiptState.Adopted
        : AcknowledgedOn <= asAt ? ReceiptState.Acknowledged
        : ReceiptState.Awaiting;

    /// <summary>How many working days in full the school has been silent; none once it has acknowledged.</summary>
    public int? WorkingDaysAwaited(DateOnly asAt) => AcknowledgedOn <= asAt ? null : SilentFor(asAt);

    /// <summary>
    /// The headteacher says that the school has read the guidance. Said once; it is not taken back. Of what has been superseded it is not said
    /// any more: the school reads what is in force.
    /// </summary>
    public Result Acknowledge(SchoolOffice office, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(AcknowledgedOn is null, "receipt/already-acknowledged", "Your school has already acknowledged this version.")
            .And(IsInForce())
            .That(
                office == SchoolOffice.Headteacher,
                "receipt/headteacher-only",
                "Only the headteacher acknowledges guidance for the school.",
                "as"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (AcknowledgedAs, AcknowledgedOn, AcknowledgedAt) = (office, today, now);
        Raise(
            new GuidanceAcknowledged(
                Id,
                Guidance.Reference,
                $"A school acknowledged {Guidance.Title} ({Guidance.VersionInWords})",
                today,
                today,
                Workstreams.Schools,
                SharingLevel.Partners,
                $"/schools/guidance/{GuidanceId}",
                Guidance.ProtocolId,
                Guidance.ProtocolVersion
            )
        );
        return Result.Ok;
    }

    /// <summary>The school puts on record that its governing board has adopted what it has read.</summary>
    /// <param name="meetingOn">London date of the board's meeting.</param>
    /// <param name="minuteReference">Where it stands in the minutes.</param>
    /// <param name="office">Of whoever puts it on record.</param>
    /// <param name="today">In London.</param>
    public Result Adopt(DateOnly? meetingOn, string? minuteReference, SchoolOffice office, DateOnly today)
    {
        var check = new Check()
            .That(AcknowledgedOn is not null, "receipt/not-acknowledged", "Acknowledge this version first: the board adopts what was read.")
            .That(AdoptedOn is null, "receipt/already-adopted", "Your governing board has already adopted this version.")
            .And(IsInForce())
            .That(meetingOn is not null, "input/required", "Say on which day the governing board met.", "meetingOn")
            .That(
                meetingOn is null || meetingOn <= today,
                "receipt/adopted-in-the-future",
                "It is put on record once the board has met: the date cannot be in the future.",
                "meetingOn"
            )
            .That(
                meetingOn is null || meetingOn >= (Guidance.PublishedOn ?? Guidance.KnownOn),
                "receipt/adopted-before-published",
                "The board cannot have adopted this version before it was published.",
                "meetingOn"
            )
            .Text(minuteReference, "minuteReference", 100);
        if (check.Failed)
        {
            return check.Result;
        }

        (AdoptedOn, MinuteReference, AdoptionRecordedAs, AdoptionKnownOn) = (meetingOn, minuteReference, office, today);
        Raise(
            new GuidanceAdopted(
                Id,
                Guidance.Reference,
                $"A governing board adopted {Guidance.Title} ({Guidance.VersionInWords})",
                meetingOn,
                today,
                Workstreams.Schools,
                SharingLevel.Partners,
                $"/schools/guidance/{GuidanceId}",
                Guidance.ProtocolId,
                Guidance.ProtocolVersion
            )
        );
        return Result.Ok;
    }

    /// <summary>
    /// Reminds a school that has been silent for <see cref="RemindedAfter"/> working days, and tells oversight after
    /// <see cref="EscalatedAfter"/>: each once, and only of the version in force, by schools that are open.
    /// </summary>
    public void Chase(DateOnly today)
    {
        if (AcknowledgedOn is not null || Guidance.SupersededOn is not null || !School.IsOpen)
        {
            return;
        }

        var silent = SilentFor(today);
        if (silent >= RemindedAfter)
        {
            RemindedOn ??= today;
        }

        if (silent >= EscalatedAfter && EscalatedOn is null)
        {
            EscalatedOn = today;
            Raise(
                new GuidanceEscalated(
                    Id,
                    Guidance.Reference,
                    $"A school has not acknowledged {Guidance.Title} ({Guidance.VersionInWords}) after {EscalatedAfter} working days",
                    today,
                    today,
                    Workstreams.Schools,
                    SharingLevel.Partners,
                    $"/schools/guidance/{GuidanceId}",
                    Guidance.ProtocolId,
                    Guidance.ProtocolVersion
                )
            );
        }
    }

    private Result IsInForce() =>
        Guidance.SupersededOn is null
            ? Result.Ok
            : Rule.Broken("receipt/superseded", "A later version has taken the place of this one: read and acknowledge that one.");

    /// <summary>Working days that are over: neither the day on which it was sent is counted, nor the one that is going on.</summary>
    private int SilentFor(DateOnly today) => AwaitingSince.WorkingDaysUntil(today.AddDays(-1));
}
