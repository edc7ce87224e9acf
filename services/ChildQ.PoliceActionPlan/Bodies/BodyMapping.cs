using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Bodies;

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.MapEntry("bodies");
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(b => b.ReportsTo)
            .HasPrincipalKey(b => b.Reference)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
