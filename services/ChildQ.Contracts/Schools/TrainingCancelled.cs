namespace ChildQ.Contracts.Schools;

/// <summary>A training session or conference for schools was called off. The reason stands on its page.</summary>
public sealed record TrainingCancelled(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
