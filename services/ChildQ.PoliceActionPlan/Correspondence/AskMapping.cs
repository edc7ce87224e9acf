using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Correspondence;

internal sealed class AskMapping : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.MapEntry("asks");
        builder.MapOutcomes("ask");
        builder
            .HasOne<Letter>()
            .WithMany()
            .HasForeignKey(a => a.Letter)
            .HasPrincipalKey(l => l.Reference)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
