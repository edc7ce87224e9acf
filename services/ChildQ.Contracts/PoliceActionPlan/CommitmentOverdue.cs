namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A commitment was due and not met. Told once for each due date.</summary>
public sealed record CommitmentOverdue(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    DateOnly Due
) : IReportable;
