using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.MapEntry("meetings");
        builder.HasOne<Body>().WithMany().HasForeignKey(m => m.Body).HasPrincipalKey(b => b.Reference).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.On);
        builder.OwnsMany(
            m => m.Agenda,
            agenda =>
            {
                agenda.ToTable("meeting_agenda");
                agenda.WithOwner().HasForeignKey("MeetingId");
                agenda.HasKey(a => a.Id);
                agenda.Property(a => a.Id).ValueGeneratedNever();
            }
        );
        builder.OwnsMany(
            m => m.Attendance,
            attendance =>
            {
                attendance.ToTable("meeting_attendance");
                attendance.WithOwner().HasForeignKey("MeetingId");
                attendance.HasKey(a => a.Id);
                attendance.Property(a => a.Id).ValueGeneratedNever();
            }
        );
        builder.OwnsMany(
            m => m.Moves,
            moves =>
            {
                moves.ToTable("meeting_moves");
                moves.WithOwner().HasForeignKey("MeetingId");
                moves.HasKey(m => m.Id);
                moves.Property(m => m.Id).ValueGeneratedNever();
            }
        );
        builder.Navigation(m => m.Agenda).HasField("_agenda").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(m => m.Attendance).HasField("_attendance").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(m => m.Moves).HasField("_moves").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
