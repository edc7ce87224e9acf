namespace ChildQ.Contracts;

/// <summary>
/// A change that belongs on oversight's timeline and in the scrutiny report. Every event that reports one implements this, so that oversight
/// listens once for all of them.
/// </summary>
public interface IReportable
{
    /// <summary>The thing that changed, in the service that owns it.</summary>
    Guid SourceId { get; }

    /// <summary>Its human reference, for example <c>PAP-ACT-012</c>.</summary>
    string Reference { get; }

    /// <summary>What happened, in one sentence that may be shown as it stands. Never about a named child, resident or member of staff.</summary>
    string Headline { get; }

    /// <summary>The London calendar date on which it took effect, or is planned to; none where the date is not known.</summary>
    DateOnly? On { get; }

    /// <summary>The London calendar date from which this was known. A view as at an earlier date does not show it.</summary>
    DateOnly KnownOn { get; }

    /// <summary>One of <see cref="Workstreams"/>.</summary>
    string Workstream { get; }

    /// <summary>With whom it may be shared.</summary>
    SharingLevel Sharing { get; }

    /// <summary>Where the Portal shows it, from the site's root; none where there is no page.</summary>
    string? Path { get; }
}
