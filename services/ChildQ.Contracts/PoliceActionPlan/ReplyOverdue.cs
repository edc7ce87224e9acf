namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A reply to a letter was due and had not come. Told once for each due date.</summary>
public sealed record ReplyOverdue(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    DateOnly Due
) : IReportable;
