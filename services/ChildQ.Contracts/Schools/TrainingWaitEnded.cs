namespace ChildQ.Contracts.Schools;

/// <summary>A school on a session's waiting list was given its places. Not for the timeline: it says which school, and the school sees it on its page.</summary>
public sealed record TrainingWaitEnded(Guid SourceId, string Reference, int Urn, DateOnly KnownOn, SharingLevel Sharing);
