using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Correspondence;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.MapEntry("letters");
        builder
            .HasOne<Letter>()
            .WithMany()
            .HasForeignKey(l => l.InReplyTo)
            .HasPrincipalKey(l => l.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.ReplyDue);
    }
}
