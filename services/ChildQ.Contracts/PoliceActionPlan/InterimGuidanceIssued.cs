namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>
/// Interim guidance was issued while a version of a protocol or guidance is being revised: not endorsed, and sent as such to every open school that
/// it is for.
/// </summary>
/// <param name="Version">The version that is being revised.</param>
/// <param name="Draft">Number of the text that was issued; none where its words are not held.</param>
/// <param name="ContentHash">SHA-256 of that text; none where its words are not held.</param>
/// <param name="Audience">Which schools it is for.</param>
public sealed record InterimGuidanceIssued(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string Title,
    string Kind,
    int Version,
    int? Draft,
    string? ContentHash,
    Audience Audience = Audience.EverySchool
) : IReportable;
