using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>An endorsement as shown.</summary>
/// <param name="Organisation">Who endorsed for the class; none where the lead recorded it on their behalf.</param>
public sealed record EndorsementView(StakeholderClass Class, int VersionNumber, string? Organisation, string? Note, DateOnly On);

/// <summary>Where a version stood from a date on.</summary>
public sealed record ProtocolStageView(ProtocolStatus Status, int VersionNumber, DateOnly? On, DateOnly KnownOn);

/// <summary>An organisation that speaks for a class of stakeholder in the working group.</summary>
public sealed record WorkingGroupMemberView(StakeholderClass Class, string Organisation);

/// <summary>A protocol as shown, as at a date.</summary>
/// <param name="VersionNumber">The version that was worked on, or published last.</param>
/// <param name="PublishedVersion">The version in force; none before the first is published.</param>
/// <param name="PublishedOn">When that was published; none where the day is not known.</param>
/// <param name="AwaitedClasses">Those that have yet to endorse the version that is worked on.</param>
/// <param name="Overdue">Past its due date and not published.</param>
public sealed record ProtocolView(
    Guid Id,
    string Reference,
    string Title,
    ProtocolKind Kind,
    ProtocolStatus Status,
    int VersionNumber,
    int? PublishedVersion,
    DateOnly? PublishedOn,
    string? Aim,
    bool Overdue,
    DueView DueDate,
    IReadOnlyList<StakeholderClass> StakeholderClasses,
    IReadOnlyList<StakeholderClass> AwaitedClasses,
    IReadOnlyList<WorkingGroupMemberView> WorkingGroup,
    IReadOnlyList<EndorsementView> Endorsements,
    IReadOnlyList<ProtocolStageView> Stages,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static ProtocolView Of(Protocol p, DateOnly asAt)
    {
        var stage = p.StageAsAt(asAt);
        var version = stage?.VersionNumber ?? 1;
        var stages = p.Stages.Where(s => s.KnownOn <= asAt).OrderBy(s => s.Position).ToList();
        var endorsements = p.Endorsements.Where(e => e.On <= asAt).OrderBy(e => e.RecordedAt).ToList();
        return new(
            p.Id,
            p.Reference,
            p.Title,
            p.Kind,
            stage?.Status ?? ProtocolStatus.Revising,
            version,
            p.PublishedVersionAsAt(asAt),
            stages.FindLast(s => s.Status == ProtocolStatus.Published)?.On,
            p.Aim,
            p.IsOverdue(asAt),
            DueView.Of(p, asAt),
            p.StakeholderClasses,
            [.. p.StakeholderClasses.Where(c => !endorsements.Exists(e => e.Class == c && e.VersionNumber == version))],
            [
                .. p
                    .WorkingGroup.Select(m => new WorkingGroupMemberView(m.Class, m.Organisation))
                    .OrderBy(m => m.Class)
                    .ThenBy(m => m.Organisation, StringComparer.Ordinal),
            ],
            endorsements.ConvertAll(e => new EndorsementView(e.Class, e.VersionNumber, e.Organisation, e.Note, e.On)),
            stages.ConvertAll(s => new ProtocolStageView(s.Status, s.VersionNumber, s.On, s.KnownOn)),
            p.KnownOn,
            p.Source,
            p.Sharing
        );
    }
}
