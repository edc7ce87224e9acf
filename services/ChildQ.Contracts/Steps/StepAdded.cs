namespace ChildQ.Contracts.Steps;

/// <summary>A workstream put a planned step, commitment or training on record.</summary>
public sealed record StepAdded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
