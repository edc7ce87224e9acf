using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>How every register is kept: a table of its own, its entries referred to by reference.</summary>
public static class EntryMapping
{
    public static void MapEntry<T>(this EntityTypeBuilder<T> builder, string table)
        where T : Entry
    {
        builder.ToTable(table);
        builder.Property(e => e.Reference).HasMaxLength(40);
        builder.HasAlternateKey(e => e.Reference);
        builder.HasIndex(e => e.KnownOn);
    }

    public static void MapDueDates<T>(this EntityTypeBuilder<T> builder, string singular)
        where T : DatedEntry
    {
        builder.HasIndex(e => e.Due);
        builder.OwnsMany(
            e => e.DueDateMoves,
            moves =>
            {
                moves.ToTable($"{singular}_due_date_moves");
                moves.WithOwner().HasForeignKey("EntryId");
                moves.HasKey(m => m.Id);
                moves.Property(m => m.Id).ValueGeneratedNever();
            }
        );
    }
}
