using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>
/// That an organisation owns an action, in the order of its references: what a list of one owner's actions reads page by page. The database keeps
/// it from the action's own owners, whoever writes them.
/// </summary>
public sealed class ActionOwner
{
    public required string Owner { get; init; }

    /// <summary>Of the action.</summary>
    public required string Reference { get; init; }

    public required Guid ActionId { get; init; }
}

internal sealed class ActionOwnerMapping : IEntityTypeConfiguration<ActionOwner>
{
    public const string Up = """
        CREATE FUNCTION action_owners_follow() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            DELETE FROM action_owners WHERE action_id = NEW.id AND NOT owner = ANY (NEW.owner_organisations);
            INSERT INTO action_owners (owner, reference, action_id)
            SELECT DISTINCT o, NEW.reference, NEW.id FROM unnest(NEW.owner_organisations) o ON CONFLICT DO NOTHING;
            RETURN NULL;
        END $$;
        CREATE TRIGGER actions_owners AFTER INSERT OR UPDATE OF owner_organisations ON actions
            FOR EACH ROW EXECUTE FUNCTION action_owners_follow();
        INSERT INTO action_owners (owner, reference, action_id)
        SELECT DISTINCT o, a.reference, a.id FROM actions a CROSS JOIN unnest(a.owner_organisations) o;
        """;

    public const string Down = """
        DROP TRIGGER actions_owners ON actions;
        DROP FUNCTION action_owners_follow();
        """;

    public void Configure(EntityTypeBuilder<ActionOwner> builder)
    {
        builder.ToTable("action_owners");
        builder.Property(o => o.Owner).HasMaxLength(300);
        builder.Property(o => o.Reference).HasMaxLength(40);
        builder.HasKey(o => new
        {
            o.Owner,
            o.Reference,
            o.ActionId,
        });
        builder.HasIndex(o => o.ActionId);
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(o => o.ActionId).OnDelete(DeleteBehavior.Cascade);
    }
}
