using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Oversight.Timeline;

/// <summary>One reportable change, as the service that owns it told it. Appended, never changed.</summary>
public sealed class TimelineEntry : Entity, IShared
{
    private TimelineEntry() { }

    /// <summary>The kind of event, for example <c>LetterRecorded</c>.</summary>
    public string Kind { get; private set; } = "";

    public Guid SourceId { get; private set; }

    public string Reference { get; private set; } = "";

    public string Headline { get; private set; } = "";

    /// <summary>London date on which it took effect or is planned to; none where it is not known.</summary>
    public DateOnly? On { get; private set; }

    public DateOnly KnownOn { get; private set; }

    /// <summary>Where it stands in the timeline: its own date, or where that is not known the date from which it was known.</summary>
    public DateOnly PlacedOn { get; private set; }

    public string Workstream { get; private set; } = "";

    public SharingLevel Sharing { get; private set; }

    /// <summary>Where the Portal shows what changed, from the site's root.</summary>
    public string? Path { get; private set; }

    public static TimelineEntry Of(IReportable happened, string kind) =>
        new()
        {
            Kind = kind,
            SourceId = happened.SourceId,
            Reference = happened.Reference,
            Headline = happened.Headline,
            On = happened.On,
            KnownOn = happened.KnownOn,
            PlacedOn = happened.On ?? happened.KnownOn,
            Workstream = happened.Workstream,
            Sharing = happened.Sharing,
            Path = happened.Path,
        };
}

internal sealed class TimelineMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline");
        builder.HasIndex(e => new { e.PlacedOn, e.Id });
        builder.HasIndex(e => new
        {
            e.Workstream,
            e.PlacedOn,
            e.Id,
        });
    }
}
