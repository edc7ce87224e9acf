using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Correspondence;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.MapEntry("commitments");
        builder.MapDueDates("commitment");
        builder.MapOutcomes("commitment");
        builder
            .HasOne<Letter>()
            .WithMany()
            .HasForeignKey(c => c.Letter)
            .HasPrincipalKey(l => l.Reference)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
