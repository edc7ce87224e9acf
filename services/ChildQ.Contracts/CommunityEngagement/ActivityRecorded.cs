namespace ChildQ.Contracts.CommunityEngagement;

/// <summary>An engagement activity was planned or held.</summary>
public sealed record ActivityRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
