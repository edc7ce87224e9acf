using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.PoliceVisits;

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("police_visits");
        builder.HasIndex(v => v.Urn);
        builder.ComplexProperty(v => v.Details);
        builder.HasMany(v => v.Records).WithOne().HasForeignKey(r => r.VisitId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(v => v.Records).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class VisitRecordMapping : IEntityTypeConfiguration<VisitRecord>
{
    public void Configure(EntityTypeBuilder<VisitRecord> builder)
    {
        builder.ToTable("police_visit_records");
        builder.HasIndex(r => new { r.VisitId, r.Sequence }).IsUnique();
        builder.HasIndex(r => r.Urn);
        builder.ComplexProperty(r => r.Details);
    }
}

internal sealed class SearchMapping : IEntityTypeConfiguration<Search>
{
    public void Configure(EntityTypeBuilder<Search> builder)
    {
        builder.ToTable("searches");
        builder.Ignore(s => s.Missing);
        builder.ComplexProperty(s => s.Details);
        builder.HasOne(s => s.Visit).WithMany().HasForeignKey(s => s.VisitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Records).WithOne().HasForeignKey(r => r.SearchId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Records).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SearchRecordMapping : IEntityTypeConfiguration<SearchRecord>
{
    public void Configure(EntityTypeBuilder<SearchRecord> builder)
    {
        builder.ToTable("search_records");
        builder.HasIndex(r => new { r.SearchId, r.Sequence }).IsUnique();
        builder.ComplexProperty(r => r.Details);
    }
}

internal sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("search_concerns");
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.RaisedOn);
        builder.PrimitiveCollection(c => c.Missing).ElementType().HasConversion<string>();
        builder.HasOne(c => c.Search).WithMany().HasForeignKey(c => c.SearchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ConcernId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(c => c.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ConcernStepMapping : IEntityTypeConfiguration<ConcernStep>
{
    public void Configure(EntityTypeBuilder<ConcernStep> builder) => builder.ToTable("search_concern_steps");
}
