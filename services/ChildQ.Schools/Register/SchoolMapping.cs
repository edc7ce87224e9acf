using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Register;

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.ToTable("schools");
        builder.HasIndex(s => s.Urn).IsUnique();
        builder.ComplexProperty(s => s.Details);
        builder.HasMany(s => s.Records).WithOne().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Records).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SchoolRecordMapping : IEntityTypeConfiguration<SchoolRecord>
{
    public void Configure(EntityTypeBuilder<SchoolRecord> builder)
    {
        builder.ToTable("school_records");
        builder.HasIndex(r => new { r.SchoolId, r.Sequence }).IsUnique();
        builder.HasIndex(r => r.Urn);
        builder.ComplexProperty(r => r.Details);
    }
}
