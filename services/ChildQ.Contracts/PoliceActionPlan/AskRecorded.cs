namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A letter's ask was put on record or answered.</summary>
public sealed record AskRecorded(
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
