namespace ChildQ.Contracts.Schools;

/// <summary>A training session or conference for schools was moved to another day, with the reason; earlier dates stay on record.</summary>
public sealed record TrainingMoved(
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
