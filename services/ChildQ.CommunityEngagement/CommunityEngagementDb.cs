using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement;

/// <summary>Activities, what was said there, the frame it is coded to, and the steps promised.</summary>
public sealed class CommunityEngagementDb(
    DbContextOptions<CommunityEngagementDb> options,
    CurrentUser user,
    TimeProvider clock,
    SmallNumbers smallNumbers
) : ServiceDb(options, user, clock)
{
    private readonly TimeProvider _clock = clock;

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Insight> Insights => Set<Insight>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeEvidence> ThemeEvidence => Set<ThemeEvidence>();

    /// <summary>
    /// Saves, and in the same transaction keeps insights as closed as their activities and counts anew the evidence of every theme that the
    /// change touches. The audit log lets one writer through at a time, so that what is read here after the first save is what is committed.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var touched = EvidenceCount.ThemesTouched(ChangeTracker);
        var activities = InsightQueries.ActivitiesTouched(ChangeTracker);
        var reframed = ChangeTracker.Entries<Theme>().Any(e => e.State is EntityState.Added or EntityState.Modified);
        if (touched.Count == 0 && activities.Count == 0 && !reframed)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = await OwnTransactionAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (reframed)
        {
            await CodingFrame.RefuseCircleAsync(this, cancellationToken);
        }

        if (activities.Count > 0)
        {
            touched.UnionWith(await this.KeepToActivitiesAsync(activities, cancellationToken));
            saved += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (touched.Count > 0)
        {
            await EvidenceCount.TellAsync(this, touched, smallNumbers, _clock.Today(), cancellationToken);
            saved += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

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

internal sealed class DesignTime()
    : DesignTime<CommunityEngagementDb>((options, user, clock) => new(options, user, clock, SmallNumbers.Default));
