using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.SupportOffer;

internal sealed class SupportMapping : IEntityTypeConfiguration<SchoolSupport>
{
    public void Configure(EntityTypeBuilder<SchoolSupport> builder)
    {
        builder.MapOfSchool("school_support");
        builder.MapActs(s => s.Acts, "school_support_acts");
    }
}
