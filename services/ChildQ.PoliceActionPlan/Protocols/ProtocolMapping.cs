using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Protocols;

internal sealed class ProtocolMapping : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> builder)
    {
        builder.MapEntry("protocols");
        builder.MapDueDates("protocol");
        builder.PrimitiveCollection(p => p.StakeholderClasses).ElementType(e => e.HasConversion<string>());
        Parts(builder, p => p.WorkingGroup, "_workingGroup", "protocol_working_group_members", m => m.Id);
        Parts(builder, p => p.Endorsements, "_endorsements", "protocol_endorsements", e => e.Id);
        Parts(builder, p => p.Stages, "_stages", "protocol_stages", s => s.Id);
    }

    private static void Parts<TPart>(
        EntityTypeBuilder<Protocol> builder,
        System.Linq.Expressions.Expression<Func<Protocol, IEnumerable<TPart>?>> parts,
        string field,
        string table,
        System.Linq.Expressions.Expression<Func<TPart, Guid>> id
    )
        where TPart : class
    {
        var key = ((System.Linq.Expressions.MemberExpression)id.Body).Member.Name;
        builder.OwnsMany(
            parts,
            part =>
            {
                part.ToTable(table);
                part.WithOwner().HasForeignKey("ProtocolId");
                part.HasKey(key);
                part.Property(id).ValueGeneratedNever();
            }
        );
        builder.Navigation(parts).HasField(field).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
