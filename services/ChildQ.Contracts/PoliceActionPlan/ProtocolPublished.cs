namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>A protocol or guidance was published. Every open school owes a receipt for exactly this version.</summary>
public sealed record ProtocolPublished(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Title,
    string Kind,
    int Version
) : IReportable;
