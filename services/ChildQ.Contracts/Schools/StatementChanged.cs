namespace ChildQ.Contracts.Schools;

/// <summary>A school's headteachers' statement began to stand, or no longer stands. Carries no name.</summary>
public sealed record StatementChanged(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    bool Stands
) : IReportable;
