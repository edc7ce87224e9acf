using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Pupils;

internal static class GroupMapping
{
    public static void OwnsGroups<T>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, IEnumerable<GroupCount>?>> groups,
        string table,
        string owner
    )
        where T : class =>
        builder.OwnsMany(
            groups,
            g =>
            {
                g.ToTable(table);
                g.WithOwner().HasForeignKey(owner);
                g.HasKey(c => c.Id);
                g.Property(c => c.Id).ValueGeneratedNever();
                g.Property(c => c.Group).HasMaxLength(60);
            }
        );
}
