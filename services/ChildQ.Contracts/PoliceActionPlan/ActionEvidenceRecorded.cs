namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Evidence was added to an action of the shared plan, or withdrawn.</summary>
/// <param name="SourceId">Of the action.</param>
/// <param name="EvidenceId">Of the evidence.</param>
/// <param name="Standing">False where it was withdrawn.</param>
public sealed record ActionEvidenceRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    Guid EvidenceId,
    bool Standing
) : IReportable;
