namespace ChildQ.Contracts.Steps;

/// <summary>The due date of a planned step was moved, with a reason; the first date stays on record.</summary>
public sealed record StepDueDateMoved(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    DateOnly? From,
    DateOnly? To,
    string Reason
) : IReportable;
