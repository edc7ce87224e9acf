namespace ChildQ.Contracts.CommunityEngagement;

/// <summary>A theme of the coding frame was put on record, or its title changed. The frame is open to all; what is coded to it is not in here.</summary>
public sealed record ThemeRecorded(Guid ThemeId, string Reference, string Title, DateOnly KnownOn, SharingLevel Sharing, string? Path);
