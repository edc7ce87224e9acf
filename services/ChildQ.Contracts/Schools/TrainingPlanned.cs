namespace ChildQ.Contracts.Schools;

/// <summary>A training session or conference for schools was put on the register, or has begun as a programme that goes on.</summary>
public sealed record TrainingPlanned(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
