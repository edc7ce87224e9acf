namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>An action of the shared plan was added, or its promise was put on record.</summary>
public sealed record ActionAdded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
