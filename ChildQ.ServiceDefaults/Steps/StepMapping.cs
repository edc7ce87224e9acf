using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Steps;

/// <summary>A service that keeps steps applies this in its model: <c>modelBuilder.ApplyConfiguration(new StepMapping())</c>.</summary>
public sealed class StepMapping : IEntityTypeConfiguration<Step>
{
    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.MapPromise("steps", "step");
        builder.HasIndex(s => new { s.Workstream, s.Reference });
    }
}
