namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>An action of the plan, or one arising from a meeting, was due and not done. Told once for each due date.</summary>
public sealed record ActionOverdue(
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
