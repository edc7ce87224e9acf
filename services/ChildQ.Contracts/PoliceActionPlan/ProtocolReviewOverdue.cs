namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>The review of a published protocol or guidance was due and not begun. Told once for each review date.</summary>
public sealed record ProtocolReviewOverdue(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    DateOnly Due,
    int Version
) : IReportable;
