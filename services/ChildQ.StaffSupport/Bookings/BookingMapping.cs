using ChildQ.StaffSupport.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.StaffSupport.Bookings;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.HasIndex(b => new { b.SessionId, b.BookedBy }).IsUnique();
        builder.HasIndex(b => new { b.SessionId, b.Turn }).IsUnique();
        builder.HasIndex(b => b.BookedBy);
        builder.HasOne<SupportSession>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
