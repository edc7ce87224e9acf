namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>The due date of an action was moved, with a reason; the first date stays on record.</summary>
public sealed record ActionDueDateMoved(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    DateOnly? From,
    DateOnly? To,
    string Reason
) : IReportable;
