using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Disproportionality;

internal sealed class GroupFigureMapping : IEntityTypeConfiguration<GroupFigure>
{
    public void Configure(EntityTypeBuilder<GroupFigure> builder)
    {
        builder.ToTable("group_figures");
        builder.Property(f => f.Key).HasMaxLength(120);
        builder.HasIndex(f => new { f.Key, f.Load }).IsUnique();
        builder.HasIndex(f => f.Urn);
    }
}
