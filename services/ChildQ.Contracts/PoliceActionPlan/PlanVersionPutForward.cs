namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A version of the shared plan went a step towards ratification, or its content was changed after it was put to the partnership.</summary>
public sealed record PlanVersionPutForward(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    int Number,
    string Stage,
    string ContentHash
) : IReportable;
