using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Plan;

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions");
        builder.Property(v => v.Reference).HasMaxLength(40);
        builder.Property(v => v.ContentHash).HasMaxLength(64);
        builder.HasIndex(v => v.Reference).IsUnique();
        builder.HasIndex(v => v.Number).IsUnique();
        builder.OwnsMany(
            v => v.Acts,
            acts =>
            {
                acts.ToTable("plan_acts");
                acts.WithOwner().HasForeignKey("PlanVersionId");
                acts.HasKey(a => a.Id);
                acts.Property(a => a.Id).ValueGeneratedNever();
                acts.Property(a => a.Role).HasMaxLength(40);
                acts.Property(a => a.ContentHash).HasMaxLength(64);
                acts.Property(a => a.Meeting).HasMaxLength(40);
                acts.HasIndex("PlanVersionId", nameof(PlanAct.Position)).IsUnique();
            }
        );
        builder.Navigation(v => v.Acts).HasField("_acts").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PlanContentMapping : IEntityTypeConfiguration<PlanContent>
{
    public void Configure(EntityTypeBuilder<PlanContent> builder)
    {
        builder.ToTable("plan_contents");
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(c => c.PlanVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.PlanVersionId, c.Hash });
    }
}

internal sealed class PlanCommentMapping : IEntityTypeConfiguration<PlanComment>
{
    public void Configure(EntityTypeBuilder<PlanComment> builder)
    {
        builder.ToTable("plan_comments");
        builder.Property(c => c.About).HasMaxLength(40);
        builder.Property(c => c.ContentHash).HasMaxLength(64);
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(c => c.PlanVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new
        {
            c.PlanVersionId,
            c.RecordedAt,
            c.Id,
        });
    }
}
