namespace ChildQ.Contracts.Schools;

/// <summary>A school's governing board adopted a published protocol. Carries no name, only that it was done.</summary>
public sealed record GuidanceAdopted(
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
