using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Statement;

internal sealed class StatementMapping : IEntityTypeConfiguration<HeadteachersStatement>
{
    public void Configure(EntityTypeBuilder<HeadteachersStatement> builder)
    {
        builder.MapOfSchool("headteachers_statements");
        builder.MapActs(s => s.Acts, "headteachers_statement_acts");
    }
}
