using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.Timeline;

/// <summary>A change that was reported.</summary>
/// <param name="Planned">Its date lay ahead as at the date asked for.</param>
public sealed record TimelineEntry(
    Guid Id,
    string Kind,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    string Sharing,
    string? Path,
    bool Planned
);

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight)
    : RegisterPage<TimelineEntry>(
        oversight,
        "timeline",
        Filter.Search(),
        new("workstream", "Workstream", Choice.Workstreams),
        new("latestFirst", "Order", [new("true", "Latest first"), new("false", "Earliest first")])
    )
{
    public override bool OffersAsAt => true;

    public IEnumerable<TimelineEntry> Happened => Items.Where(i => !i.Planned);

    public IEnumerable<TimelineEntry> Planned => Items.Where(i => i.Planned);
}
