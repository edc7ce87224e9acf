using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Data;

namespace ChildQ.Schools.Guidance;

/// <summary>What police action planning told of: one text of a protocol or guidance, published or interim.</summary>
/// <param name="Version">Of the protocol: 1, 2, 3…</param>
/// <param name="Draft">Number of the text; none where its words are not held.</param>
/// <param name="ContentHash">Of the text; none where its words are not held.</param>
/// <param name="Interim">Issued while the version was still being revised, without endorsement.</param>
/// <param name="On">London date; none where not known.</param>
/// <param name="ReviewOn">London date by which it is to be reviewed; none where none is set.</param>
/// <param name="Audience">Which schools it is for.</param>
public sealed record IssuedText(
    Guid ProtocolId,
    int Version,
    int? Draft,
    string? ContentHash,
    bool Interim,
    string Reference,
    string Title,
    string Kind,
    DateOnly? On,
    DateOnly? ReviewOn,
    Audience Audience
);

/// <summary>
/// A version of a protocol or guidance that police action planning published, or issued as interim guidance, and that every open school that it is for
/// is to acknowledge.
/// </summary>
public sealed class PublishedGuidance : Entity
{
    private PublishedGuidance() { }

    /// <summary>The protocol in police action planning.</summary>
    public Guid ProtocolId { get; private init; }

    /// <summary>Which version of it: 1, 2, 3…</summary>
    public int ProtocolVersion { get; private init; }

    /// <summary>Number of the text in police action planning; none where its words are not held there.</summary>
    public int? Draft { get; private init; }

    /// <summary>SHA-256 of that text: what a school acknowledges is what it read.</summary>
    public string? ContentHash { get; private init; }

    /// <summary>Interim guidance: issued while the version is being revised, not endorsed. Shown as such everywhere.</summary>
    public bool Interim { get; private init; }

    /// <summary>London date by which its publisher is to review it; none where none is set.</summary>
    public DateOnly? ReviewOn { get; private init; }

    /// <summary>The protocol's human reference.</summary>
    public string Reference { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>Protocol or guidance, as its publisher calls it.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Which schools it is for.</summary>
    public Audience Audience { get; private init; }

    /// <summary>London date of publication; none where not known.</summary>
    public DateOnly? PublishedOn { get; private init; }

    /// <summary>London date from which this service knew of it.</summary>
    public DateOnly KnownOn { get; private init; }

    /// <summary>London date from which a later version was in force instead; none while this one is.</summary>
    public DateOnly? SupersededOn { get; private set; }

    public static PublishedGuidance Received(IssuedText issued, DateOnly today) =>
        new()
        {
            ProtocolId = issued.ProtocolId,
            ProtocolVersion = issued.Version,
            Draft = issued.Draft,
            ContentHash = issued.ContentHash,
            Interim = issued.Interim,
            Reference = issued.Reference,
            Title = issued.Title,
            Kind = issued.Kind,
            PublishedOn = issued.On,
            ReviewOn = issued.ReviewOn,
            Audience = issued.Audience,
            KnownOn = today,
        };

    /// <summary>How the version is called in a line: interim guidance is never without that word.</summary>
    public string VersionInWords => Interim ? $"interim, version {ProtocolVersion}" : $"version {ProtocolVersion}";

    /// <summary>
    /// Whether this is in force instead of an earlier one. What is published takes the place of every earlier text; interim guidance that of
    /// earlier interim guidance only: what all have endorsed stays in force beside it.
    /// </summary>
    public bool Supersedes(PublishedGuidance other) => other != this && IsLaterThan(other) && (!Interim || other.Interim);

    /// <summary>In the order in which they were issued, whatever the order in which they were told: a version's interim guidance comes first.</summary>
    private bool IsLaterThan(PublishedGuidance other) =>
        (ProtocolVersion, !Interim, Draft ?? 0).CompareTo((other.ProtocolVersion, !other.Interim, other.Draft ?? 0)) > 0;

    /// <summary>A later version is in force. Its receipts stay: what a school acknowledged, it acknowledged.</summary>
    public void Supersede(DateOnly today) => SupersededOn ??= today;
}
