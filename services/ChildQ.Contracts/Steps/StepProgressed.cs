namespace ChildQ.Contracts.Steps;

/// <summary>Dated progress was recorded on a planned step.</summary>
public sealed record StepProgressed(
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
