using System.Reflection;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools;

public sealed class SchoolsDb(DbContextOptions<SchoolsDb> options, CurrentUser user, TimeProvider clock) : ServiceDb(options, user, clock)
{
    private readonly TimeProvider _clock = clock;

    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolRecord> SchoolRecords => Set<SchoolRecord>();

    public DbSet<PublishedGuidance> Guidance => Set<PublishedGuidance>();

    public DbSet<GuidanceReceipt> Receipts => Set<GuidanceReceipt>();

    /// <summary>Saves. A school that opens owes receipts for the guidance in force, however it came into the register.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.Entries<School>().Any(e => e.State is EntityState.Added or EntityState.Modified))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await OwedReceipts.OfChangedSchoolsAsync(this, _clock.Today(), cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
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

internal sealed class DesignTime() : DesignTime<SchoolsDb>((options, user, clock) => new(options, user, clock));
