using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Promises;

/// <summary>How every kind of promise is kept: its own table, with one table each for its progress and the moves of its due date.</summary>
public static class PromiseMapping
{
    public static void MapPromise<T>(this EntityTypeBuilder<T> builder, string table, string singular)
        where T : Promise
    {
        builder.ToTable(table);
        builder.Property(p => p.Reference).HasMaxLength(40);
        builder.HasIndex(p => p.Reference).IsUnique();
        builder.HasIndex(p => new { p.Status, p.Due });
        builder.OwnsMany(
            p => p.Progress,
            progress =>
            {
                progress.ToTable($"{singular}_progress");
                progress.WithOwner().HasForeignKey("PromiseId");
                progress.HasKey(p => p.Id);
                progress.Property(p => p.Id).ValueGeneratedNever();
            }
        );
        builder.OwnsMany(
            p => p.DueDateMoves,
            moves =>
            {
                moves.ToTable($"{singular}_due_date_moves");
                moves.WithOwner().HasForeignKey("PromiseId");
                moves.HasKey(m => m.Id);
                moves.Property(m => m.Id).ValueGeneratedNever();
            }
        );
        builder.Navigation(p => p.Progress).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(p => p.DueDateMoves).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
