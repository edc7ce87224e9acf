namespace ChildQ.Contracts.CommunityEngagement;

/// <summary>An engagement activity was planned or held.</summary>
/// <param name="Title">Of the activity; none in events from before it was told.</param>
/// <param name="Held">Whether it was held; none in events from before it was told.</param>
public sealed record ActivityRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string? Title = null,
    bool? Held = null
) : IReportable;
