using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Guidance;

/// <summary>Where a receipt stands.</summary>
public enum ReceiptState
{
    Awaiting,
    Acknowledged,
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

/// <summary>What one school owes for one published version: its word that it has read it.</summary>
public sealed class GuidanceReceipt : Entity
{
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

    public static GuidanceReceipt Owed(Guid guidanceId, Guid schoolId, DateOnly today) =>
        new()
        {
            GuidanceId = guidanceId,
            SchoolId = schoolId,
            AwaitingSince = today,
        };

    /// <summary>The receipt as at a date.</summary>
    public ReceiptState StateAsAt(DateOnly asAt) => AcknowledgedOn <= asAt ? ReceiptState.Acknowledged : ReceiptState.Awaiting;

    /// <summary>The school says that it has read the guidance. Said once; it is not taken back.</summary>
    public Result Acknowledge(SchoolOffice office, DateOnly today, DateTimeOffset now)
    {
        if (AcknowledgedOn is not null)
        {
            return Rule.Broken("receipt/already-acknowledged", "Your school has already acknowledged this version.");
        }

        (AcknowledgedAs, AcknowledgedOn, AcknowledgedAt) = (office, today, now);
        Raise(
            new GuidanceAcknowledged(
                Id,
                Guidance.Reference,
                $"A school acknowledged {Guidance.Title} (version {Guidance.ProtocolVersion})",
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
}
