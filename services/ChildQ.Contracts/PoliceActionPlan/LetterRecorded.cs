namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A letter was sent or received.</summary>
public sealed record LetterRecorded(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
