using ChildQ.Oversight.Findings;
using ChildQ.Oversight.Milestones;
using ChildQ.Oversight.PublicAffairs;
using ChildQ.Oversight.Recommendations;
using ChildQ.Oversight.Timeline;
using ChildQ.Oversight.Workstreams;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Steps;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Oversight;

public sealed class OversightDb(DbContextOptions<OversightDb> options, CurrentUser user, TimeProvider clock)
    : ServiceDb(options, user, clock)
{
    public DbSet<Workstream> Workstreams => Set<Workstream>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<PublicAffair> PublicAffairs => Set<PublicAffair>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Workstream>().MapRegistered("workstreams");
        modelBuilder.Entity<Recommendation>().MapRegistered("recommendations");
        modelBuilder.Entity<Finding>().MapRegistered("findings");
        modelBuilder.Entity<Milestone>().MapRegistered("milestones");
        modelBuilder.Entity<PublicAffair>().MapRegistered("public_affairs");
        modelBuilder.ApplyConfiguration(new StepMapping());
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class DesignTime() : DesignTime<OversightDb>((options, user, clock) => new(options, user, clock));
