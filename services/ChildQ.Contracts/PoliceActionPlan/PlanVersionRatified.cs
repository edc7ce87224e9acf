namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Both co-chairs approved the same content of a version of the shared plan: it is ratified, public, and stays as it is.</summary>
public sealed record PlanVersionRatified(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    int Number,
    string ContentHash
) : IReportable;
