namespace ChildQ.Contracts.Schools;

/// <summary>
/// A search in a school lacked a safeguard, or more of them than was first known. Without the school, the day, the kind of search and
/// anything of whoever was searched: in a small school a date would be enough to tell.
/// </summary>
/// <param name="On">The first day of the month of the search.</param>
/// <param name="Month">The month of the search, yyyy-MM.</param>
/// <param name="Missing">What was missing: appropriateAdult, parentInformedBefore, seniorOfficer, safeguardingLead, withinPowers.</param>
public sealed record SearchConcernRaised(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Month,
    IReadOnlyList<string> Missing
) : IReportable;
