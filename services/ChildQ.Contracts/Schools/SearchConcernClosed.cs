namespace ChildQ.Contracts.Schools;

/// <summary>A concern about a search was handled to its end. Its notes and its learning stay where they are.</summary>
/// <param name="Outcome">safeguardsWereThere, learningForTheSchool, learningForPolice, referredToChildrensSocialCare, referredToDesignatedOfficer or complaintToPolice.</param>
public sealed record SearchConcernClosed(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Outcome
) : IReportable;
