using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Guidance;

internal sealed class PublishedGuidanceMapping : IEntityTypeConfiguration<PublishedGuidance>
{
    public void Configure(EntityTypeBuilder<PublishedGuidance> builder)
    {
        builder.ToTable("published_guidance");
        builder
            .HasIndex(g => new
            {
                g.ProtocolId,
                g.ProtocolVersion,
                g.Interim,
                g.Draft,
            })
            .IsUnique()
            .AreNullsDistinct(false);
        builder.Property(g => g.ContentHash).HasMaxLength(64);
        builder.Property(g => g.Reference).HasMaxLength(40);
    }
}

internal sealed class GuidanceReceiptMapping : IEntityTypeConfiguration<GuidanceReceipt>
{
    public void Configure(EntityTypeBuilder<GuidanceReceipt> builder)
    {
        builder.ToTable("guidance_receipts");
        builder.HasIndex(r => new { r.GuidanceId, r.SchoolId }).IsUnique();
        builder.HasIndex(r => r.SchoolId);
        // What the chaser looks through.
        builder.HasIndex(r => r.AwaitingSince).HasFilter("acknowledged_on IS NULL AND escalated_on IS NULL");
        builder.Property(r => r.MinuteReference).HasMaxLength(100);
        builder.HasOne(r => r.Guidance).WithMany().HasForeignKey(r => r.GuidanceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.School).WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}
