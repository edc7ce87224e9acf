namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Interim guidance was issued while a protocol is being revised.</summary>
public sealed record InterimGuidanceIssued(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
