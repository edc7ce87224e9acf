using ChildQ.ServiceDefaults.Data;

namespace ChildQ.Schools.Guidance;

/// <summary>A version of a protocol or guidance that police action planning published, and that every open school is to acknowledge.</summary>
public sealed class PublishedGuidance : Entity
{
    private PublishedGuidance() { }

    /// <summary>The protocol in police action planning.</summary>
    public Guid ProtocolId { get; private init; }

    /// <summary>Which version of it: 1, 2, 3…</summary>
    public int ProtocolVersion { get; private init; }

    /// <summary>The protocol's human reference.</summary>
    public string Reference { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>Protocol or guidance, as its publisher calls it.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>London date of publication; none where not known.</summary>
    public DateOnly? PublishedOn { get; private init; }

    /// <summary>London date from which this service knew of it.</summary>
    public DateOnly KnownOn { get; private init; }

    /// <summary>London date from which a later version was in force instead; none while this one is.</summary>
    public DateOnly? SupersededOn { get; private set; }

    public static PublishedGuidance Received(
        Guid protocolId,
        int protocolVersion,
        string reference,
        string title,
        string kind,
        DateOnly? publishedOn,
        DateOnly today
    ) =>
        new()
        {
            ProtocolId = protocolId,
            ProtocolVersion = protocolVersion,
            Reference = reference,
            Title = title,
            Kind = kind,
            PublishedOn = publishedOn,
            KnownOn = today,
        };

    /// <summary>A later version is in force. Its receipts stay: what a school acknowledged, it acknowledged.</summary>
    public void Supersede(DateOnly today) => SupersededOn ??= today;
}
