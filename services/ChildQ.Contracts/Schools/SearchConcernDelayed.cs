namespace ChildQ.Contracts.Schools;

/// <summary>A concern about a search was not taken up within one working day.</summary>
/// <param name="On">London date by which it was to be taken up.</param>
public sealed record SearchConcernDelayed(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path
) : IReportable;
