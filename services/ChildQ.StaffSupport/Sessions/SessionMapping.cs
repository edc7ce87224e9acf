using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.StaffSupport.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<SupportSession>
{
    public void Configure(EntityTypeBuilder<SupportSession> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Reference).HasMaxLength(40);
        builder.HasIndex(s => s.Reference).IsUnique();
        builder.HasIndex(s => s.StartsOn);
    }
}
