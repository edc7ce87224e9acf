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
    }
}
