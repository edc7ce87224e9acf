namespace ChildQ.Contracts.StaffSupport;

/// <summary>A support session for staff was called off. The reason stays in the service: it may tell of people.</summary>
public sealed record SupportSessionCancelled(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
