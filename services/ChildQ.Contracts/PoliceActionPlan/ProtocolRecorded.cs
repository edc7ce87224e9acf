namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Work on a protocol or guidance was put on record.</summary>
public sealed record ProtocolRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
