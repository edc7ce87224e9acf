namespace ChildQ.Contracts.Oversight;

/// <summary>An ask of national or London government, a petition or a meeting was put on record.</summary>
public sealed record PublicAffairRecorded(
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
