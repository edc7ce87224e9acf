namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A commitment made to the council was put on record, or what became of it.</summary>
public sealed record CommitmentRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Status
) : IReportable;
