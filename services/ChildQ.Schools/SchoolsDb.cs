using ChildQ.Schools.Disproportionality;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools;

public sealed class SchoolsDb(DbContextOptions<SchoolsDb> options, CurrentUser user, TimeProvider clock) : ServiceDb(options, user, clock)
{
    private readonly TimeProvider _clock = clock;

    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolRecord> SchoolRecords => Set<SchoolRecord>();

    public DbSet<PublishedGuidance> Guidance => Set<PublishedGuidance>();

    public DbSet<GuidanceReceipt> Receipts => Set<GuidanceReceipt>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<VisitRecord> VisitRecords => Set<VisitRecord>();

    public DbSet<Search> Searches => Set<Search>();

    public DbSet<SearchRecord> SearchRecords => Set<SearchRecord>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<GroupFigure> Figures => Set<GroupFigure>();

    /// <summary>Saves. A school that opens owes receipts for the guidance in force, however it came into the register.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.Entries<School>().Any(e => e.State is EntityState.Added or EntityState.Modified))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = await OwnTransactionAsync(cancellationToken);
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
        modelBuilder.ApplyConfiguration(new StepMapping());
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class DesignTime() : DesignTime<SchoolsDb>((options, user, clock) => new(options, user, clock));
