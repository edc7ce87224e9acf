using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Charter;

internal sealed class CharterMapping : IEntityTypeConfiguration<InclusionCharter>
{
    public void Configure(EntityTypeBuilder<InclusionCharter> builder)
    {
        builder.MapOfSchool("inclusion_charters");
        builder.MapActs(c => c.Steps, "inclusion_charter_steps");
        builder.MapActs(c => c.Inputs, "inclusion_charter_inputs");
        builder.MapActs(c => c.Metrics, "inclusion_charter_metrics");
    }
}
