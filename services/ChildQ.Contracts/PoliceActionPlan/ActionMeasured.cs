namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A value of an action's outcome measure was recorded, or withdrawn. The value itself is not told.</summary>
/// <param name="SourceId">Of the action.</param>
/// <param name="MeasureId">Of the value.</param>
/// <param name="Standing">False where it was withdrawn.</param>
public sealed record ActionMeasured(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    Guid MeasureId,
    bool Standing
) : IReportable;
