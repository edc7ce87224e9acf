namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>
/// A version of a protocol or guidance was published. It supersedes the one before. Every open school that it is for owes a receipt for exactly this
/// version.
/// </summary>
/// <param name="Draft">Number of the text that was published; none where its words are not held.</param>
/// <param name="ContentHash">SHA-256 of that text; none where its words are not held.</param>
/// <param name="ReviewOn">London date by which it is to be reviewed; none where none is on record.</param>
/// <param name="Audience">Which schools it is for.</param>
public sealed record ProtocolPublished(
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
    int? Draft = null,
    string? ContentHash = null,
    DateOnly? ReviewOn = null,
    Audience Audience = Audience.EverySchool
) : IReportable;
