using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>How a public register is kept: a table of its own, references unique.</summary>
public static class RegisteredMapping
{
    public static void MapRegistered<T>(this EntityTypeBuilder<T> builder, string table)
        where T : Registered
    {
        builder.ToTable(table);
        builder.Property(e => e.Reference).HasMaxLength(40);
        builder.HasIndex(e => e.Reference).IsUnique();
    }
}
