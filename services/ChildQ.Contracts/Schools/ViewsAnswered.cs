namespace ChildQ.Contracts.Schools;

/// <summary>
/// A school said what it did in answer to views of children, or of parents or carers. Says that a school did, not which, and nothing of what was
/// said. Never raised about views that are restricted.
/// </summary>
public sealed record ViewsAnswered(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
