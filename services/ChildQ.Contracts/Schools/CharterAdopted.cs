namespace ChildQ.Contracts.Schools;

/// <summary>A school adopted the inclusion charter. A school's charter status is public, and so its name is in the headline; no person's is.</summary>
public sealed record CharterAdopted(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    int Urn
) : IReportable;
