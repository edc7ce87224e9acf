namespace ChildQ.Contracts.Schools;

/// <summary>A school has not acknowledged a published protocol in time, though it was reminded. Says that one has not, not which.</summary>
public sealed record GuidanceEscalated(
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
