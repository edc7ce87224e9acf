using ChildQ.CommunityEngagement.Activities;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.CommunityEngagement.Insights;

internal sealed class InsightMapping : IEntityTypeConfiguration<Insight>
{
    public void Configure(EntityTypeBuilder<Insight> builder)
    {
        builder.MapRegistered("insights");
        builder
            .HasOne<Activity>()
            .WithMany()
            .HasForeignKey(i => i.Activity)
            .HasPrincipalKey(a => a.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.Sharing);
        builder.HasIndex(i => i.FacilitatedBy);
        builder.HasIndex(i => i.Themes).HasMethod("gin");
        builder.HasIndex(i => i.Text).HasMethod("gin").IsTsVectorExpressionIndex(InsightQueries.Language);
    }
}
