using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Voice;

internal sealed class ListeningMapping : IEntityTypeConfiguration<Listening>
{
    public void Configure(EntityTypeBuilder<Listening> builder)
    {
        builder.ToTable("listenings");
        builder.HasOne<School>().WithMany().HasForeignKey(l => l.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.Urn, l.On });
        builder.HasIndex(l => l.Themes).HasMethod("gin");
        builder.OwnsGroups(l => l.Groups, "listening_groups", "ListeningId");
        builder.OwnsMany(
            l => l.Answers,
            answers =>
            {
                answers.ToTable("listening_answers");
                answers.WithOwner().HasForeignKey("ListeningId");
                answers.HasKey(a => a.Id);
                answers.Property(a => a.Id).ValueGeneratedNever();
            }
        );
    }
}
