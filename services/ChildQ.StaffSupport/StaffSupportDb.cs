using System.Reflection;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.StaffSupport;

public sealed class StaffSupportDb(DbContextOptions<StaffSupportDb> options, CurrentUser user, TimeProvider clock)
    : ServiceDb(options, user, clock)
{
    public DbSet<SupportSession> Sessions => Set<SupportSession>();

    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>Does several things in one transaction, which an <c>Idempotency-Key</c> may have begun already.</summary>
    public async Task<T> InOneTransactionAsync<T>(Func<Task<T>> act)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync() : null;
        var done = await act();
        if (own is not null)
        {
            await own.CommitAsync();
        }

        return done;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        NameFieldOfMoves(modelBuilder.Entity<Step>());
        modelBuilder.ApplyConfiguration(new StepMapping());
        base.OnModelCreating(modelBuilder);
    }

    /// <summary>The moves of a promise are held in a private field of its base, which is not named so that EF finds it.</summary>
    private static void NameFieldOfMoves(EntityTypeBuilder<Step> builder)
    {
        if (typeof(Promise).GetField("_moves", BindingFlags.Instance | BindingFlags.NonPublic) is { } field)
        {
            builder.OwnsMany(s => s.DueDateMoves);
            builder.Metadata.FindNavigation(nameof(Promise.DueDateMoves))!.FieldInfo = field;
        }
    }
}

internal sealed class DesignTime() : DesignTime<StaffSupportDb>((options, user, clock) => new(options, user, clock));
