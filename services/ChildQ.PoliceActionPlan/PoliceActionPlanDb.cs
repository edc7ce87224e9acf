using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Lateness;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan;

/// <summary>The registers of police action planning.</summary>
public sealed class PoliceActionPlanDb(DbContextOptions<PoliceActionPlanDb> options, CurrentUser user, TimeProvider clock)
    : ServiceDb(options, user, clock)
{
    public DbSet<Priority> Priorities => Set<Priority>();

    public DbSet<PlanAction> Actions => Set<PlanAction>();

    /// <summary>Kept by the database from the actions' own owners.</summary>
    public DbSet<ActionOwner> ActionOwners => Set<ActionOwner>();

    public DbSet<ActionEvidence> Evidence => Set<ActionEvidence>();

    public DbSet<MeasureValue> Measures => Set<MeasureValue>();

    public DbSet<Linkable> Linkables => Set<Linkable>();

    public DbSet<ActionLink> ActionLinks => Set<ActionLink>();

    public DbSet<Body> Bodies => Set<Body>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<BodyAction> BodyActions => Set<BodyAction>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Chaser> Chasers => Set<Chaser>();

    /// <summary>What oversight was told is late.</summary>
    public DbSet<LateNotice> LateNotices => Set<LateNotice>();

    public DbSet<Protocol> Protocols => Set<Protocol>();

    public DbSet<DraftText> DraftTexts => Set<DraftText>();

    public DbSet<DraftComment> DraftComments => Set<DraftComment>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<PlanContent> PlanContents => Set<PlanContent>();

    public DbSet<PlanComment> PlanComments => Set<PlanComment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
    }
}

internal sealed class DesignTime() : DesignTime<PoliceActionPlanDb>((options, user, clock) => new(options, user, clock));
