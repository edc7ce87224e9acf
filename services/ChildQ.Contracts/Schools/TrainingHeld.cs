namespace ChildQ.Contracts.Schools;

/// <summary>A training session or conference for schools was held.</summary>
/// <param name="Schools">How many schools were there: schools, not people, of whom no count is told; none where it is not on record.</param>
public sealed record TrainingHeld(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    int? Schools
) : IReportable;
