using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>A link as written.</summary>
/// <param name="To">Reference of what shaped the action, or with what it is aligned.</param>
/// <param name="Note">How.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the note, and says that it belongs there.</param>
public sealed record LinkText(string? To, [property: FreeText] string? Note = null, bool Confirmed = false) : IFreeText;

/// <summary>That something shaped an action, or that the action is aligned with something outside the plan, from a date on.</summary>
public sealed class ActionLink : Appended
{
    private ActionLink() { }

    public Guid LinkableId { get; private init; }

    public Linkable? To { get; private init; }

    public string? Note { get; private init; }

    public static Result<ActionLink> Make(
        LinkText text,
        ActionHead action,
        Linkable to,
        bool standsAlready,
        DateOnly today,
        DateTimeOffset now
    ) =>
        new Check()
            .OptionalText(text.Note, "note", 2000)
            .That(!standsAlready, "link/there-already", "This link is there already.", "to")
            .That(to.Happened, "link/not-held", "It has not been held yet, and so has shaped nothing.", "to")
            .Result.With(() =>
            {
                var link = new ActionLink
                {
                    ActionId = action.Id,
                    LinkableId = to.Id,
                    To = to,
                    Note = string.IsNullOrWhiteSpace(text.Note) ? null : text.Note,
                    KnownOn = today,
                    RecordedAt = now,
                };
                link.RaiseLinked(action, today);
                return link;
            });

    protected override void RaiseWithdrawn(ActionHead action, DateOnly today) => RaiseLinked(action, today);

    private void RaiseLinked(ActionHead action, DateOnly today)
    {
        var to = To ?? throw new InvalidOperationException("Read the link with what it leads to.");
        var standing = WithdrawnOn is null;
        Raise(
            new ActionLinked(
                action.Id,
                action.Reference,
                Headline.Of(
                    (to.Shapes, standing) switch
                    {
                        (true, true) => $"{action.Reference} shaped by",
                        (true, false) => $"{action.Reference} no longer shown as shaped by",
                        (false, true) => $"{action.Reference} aligned with",
                        (false, false) => $"{action.Reference} no longer aligned with",
                    },
                    to.Title
                ),
                today,
                today,
                action.Workstream,
                SharingLevels.MostRestrictive(action.Sharing, to.Sharing),
                action.Path,
                to.Reference,
                to.Kind.ToString(),
                standing
            )
        );
    }
}

internal static class ActionLinkQueries
{
    /// <summary>Links to what shaped an action: as <see cref="Linkable.Shapes"/>, in the database.</summary>
    public static IQueryable<ActionLink> Shaping(this IQueryable<ActionLink> links) =>
        links.Where(l => l.To!.Kind == LinkKind.Theme || l.To.Kind == LinkKind.Activity);

    /// <summary>Links to what is outside the plan: all others.</summary>
    public static IQueryable<ActionLink> Aligning(this IQueryable<ActionLink> links) =>
        links.Where(l => l.To!.Kind != LinkKind.Theme && l.To.Kind != LinkKind.Activity);
}

internal sealed class ActionLinkMapping : IEntityTypeConfiguration<ActionLink>
{
    public void Configure(EntityTypeBuilder<ActionLink> builder)
    {
        builder.ToTable("action_links");
        builder.Property(l => l.AddedBy).HasMaxLength(300);
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(l => l.ActionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.To).WithMany().HasForeignKey(l => l.LinkableId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(l => l.To).AutoInclude();
        builder.HasIndex(l => new
        {
            l.ActionId,
            l.RecordedAt,
            l.Id,
        });
        // Two who make the same link at once: one of them is told that it is there.
        builder
            .HasIndex(l => new { l.ActionId, l.LinkableId })
            .IsUnique()
            .HasFilter("withdrawn_on IS NULL")
            .HasDatabaseName("ix_action_links_standing");
    }
}
