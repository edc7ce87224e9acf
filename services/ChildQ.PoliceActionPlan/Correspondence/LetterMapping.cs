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
        builder
            .HasOne<Letter>()
            .WithMany()
            .HasForeignKey(l => l.Chases)
            .HasPrincipalKey(l => l.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(l => l.Awaits);
        builder.HasIndex(l => l.ReplyDue);
    }
}
