using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Training;

internal sealed class TrainingMapping : IEntityTypeConfiguration<TrainingSession>
{
    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.MapRegistered("training_sessions");
        builder.HasIndex(s => s.On);
        builder.PrimitiveCollection(s => s.Topics).ElementType(e => e.HasConversion<string>());
        builder.PrimitiveCollection(s => s.ForWhom).ElementType(e => e.HasConversion<string>());
        builder.OwnsMany(
            s => s.Plans,
            plan =>
            {
                plan.ToTable("training_plans");
                plan.WithOwner().HasForeignKey("SessionId");
                plan.HasKey(p => p.Id);
                plan.Property(p => p.Id).ValueGeneratedNever();
                plan.HasIndex("SessionId", nameof(TrainingPlan.Sequence)).IsUnique();
            }
        );
        builder.OwnsMany(
            s => s.Bookings,
            booking =>
            {
                booking.ToTable("training_bookings");
                booking.WithOwner().HasForeignKey("SessionId");
                booking.HasKey(b => b.Id);
                booking.Property(b => b.Id).ValueGeneratedNever();
                booking.HasOne<School>().WithMany().HasForeignKey(b => b.SchoolId).OnDelete(DeleteBehavior.Restrict);
                booking.HasIndex("SessionId", nameof(TrainingBooking.Turn)).IsUnique();
                booking.HasIndex(b => b.Urn);
                booking.OwnsMany(b => b.Standings, Standings);
                booking.Navigation(b => b.Standings).UsePropertyAccessMode(PropertyAccessMode.Field);
            }
        );
        builder.Navigation(s => s.Plans).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(s => s.Bookings).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Standings(OwnedNavigationBuilder<TrainingBooking, BookingStanding> standing)
    {
        standing.ToTable("training_booking_standings");
        standing.WithOwner().HasForeignKey("BookingId");
        standing.HasKey(s => s.Id);
        standing.Property(s => s.Id).ValueGeneratedNever();
        standing.HasIndex("BookingId", nameof(BookingStanding.Sequence)).IsUnique();
    }
}
