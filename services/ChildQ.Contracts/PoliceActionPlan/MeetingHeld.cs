namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A meeting was held.</summary>
public sealed record MeetingHeld(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
