using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.CommunityEngagement.Themes;

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.MapRegistered("themes");
        builder.HasAlternateKey(t => t.Reference);
        builder.HasOne<Theme>().WithMany().HasForeignKey(t => t.Parent).HasPrincipalKey(t => t.Reference).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThemeEvidenceMapping : IEntityTypeConfiguration<ThemeEvidence>
{
    public void Configure(EntityTypeBuilder<ThemeEvidence> builder)
    {
        builder.ToTable("theme_evidence");
        builder.HasOne<Theme>().WithMany().HasForeignKey(e => e.Theme).HasPrincipalKey(t => t.Reference).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.Theme, e.Audience }).IsUnique();
    }
}
