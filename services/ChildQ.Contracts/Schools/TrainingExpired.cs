namespace ChildQ.Contracts.Schools;

/// <summary>The last certificate that a school, or its governing board, held in a topic ceased to hold. Says that one did, not which.</summary>
/// <param name="Topic">For example <c>Adultification</c>.</param>
/// <param name="Board">Whether it is the governing board's, or head and staff's.</param>
public sealed record TrainingExpired(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Topic,
    bool Board
) : IReportable;
