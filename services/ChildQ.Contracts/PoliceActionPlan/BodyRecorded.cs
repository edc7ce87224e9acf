namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A body with a part in the response was put on record.</summary>
public sealed record BodyRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
