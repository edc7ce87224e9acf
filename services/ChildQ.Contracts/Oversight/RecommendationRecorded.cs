namespace ChildQ.Contracts.Oversight;

/// <summary>A recommendation of the review was put on record or its text entered.</summary>
public sealed record RecommendationRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
