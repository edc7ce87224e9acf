using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport;

public sealed class StaffSupportDb(DbContextOptions<StaffSupportDb> options, CurrentUser user, TimeProvider clock)
    : ServiceDb(options, user, clock)
{
    public DbSet<SupportSession> Sessions => Set<SupportSession>();

    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>Does several things in one transaction, which an <c>Idempotency-Key</c> may have begun already.</summary>
    public async Task<T> InOneTransactionAsync<T>(Func<Task<T>> act)
    {
        await using var own = await OwnTransactionAsync();
        var done = await act();
        if (own is not null)
        {
            await own.CommitAsync();
        }

        return done;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new StepMapping());
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class DesignTime() : DesignTime<StaffSupportDb>((options, user, clock) => new(options, user, clock));
