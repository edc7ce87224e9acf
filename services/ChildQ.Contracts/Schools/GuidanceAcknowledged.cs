namespace ChildQ.Contracts.Schools;

/// <summary>A school acknowledged a published protocol. Carries no name, only that it was done.</summary>
public sealed record GuidanceAcknowledged(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    Guid ProtocolId,
    int Version
) : IReportable;
