namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Dated progress was recorded on an action of the shared plan.</summary>
public sealed record ActionProgressed(
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
