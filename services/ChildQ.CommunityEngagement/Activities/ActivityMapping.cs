using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.CommunityEngagement.Activities;

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.MapRegistered("activities");
        builder.HasAlternateKey(a => a.Reference);
        builder.HasIndex(a => a.Sharing);
        builder.HasIndex(a => a.FacilitatedBy);
    }
}
