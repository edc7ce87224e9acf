namespace ChildQ.Contracts.StaffSupport;

/// <summary>A support session for staff was scheduled or held. Never says who booked.</summary>
public sealed record SupportSessionScheduled(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
