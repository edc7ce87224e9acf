namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A body or a meeting took a decision, or a decision was made public.</summary>
public sealed record DecisionTaken(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Meeting
) : IReportable;
