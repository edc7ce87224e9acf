namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A meeting was held or planned.</summary>
public sealed record MeetingRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
