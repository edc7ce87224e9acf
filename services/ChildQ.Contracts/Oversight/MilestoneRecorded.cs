namespace ChildQ.Contracts.Oversight;

/// <summary>A milestone of the response was put on record.</summary>
public sealed record MilestoneRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
