namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A co-chair sent a version of the shared plan back, with reasons that stand with the version.</summary>
/// <param name="By">The co-chair's role.</param>
public sealed record PlanVersionSentBack(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    int Number,
    string By
) : IReportable;
