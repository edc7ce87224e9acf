using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>
/// A service's own database. One save writes the state, its audit entries and its outgoing events in one transaction, or nothing.
/// </summary>
public abstract class ServiceDb(DbContextOptions options, CurrentUser user, TimeProvider clock) : DbContext(options)
{
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        await using var own = await OwnTransactionAsync(cancellationToken);
        var raised = QueueEvents();
        await AuditTrail.AppendAsync(this, user.Id, clock.GetUtcNow(), cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (raised)
        {
            await Database.ExecuteSqlRawAsync($"NOTIFY {OutboxMessage.Channel}", cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>
    /// A transaction for several things that are done together, for the caller to commit; null where one runs already (begun for an
    /// <c>Idempotency-Key</c>, for example), which is then committed by whoever began it.
    /// </summary>
    public async Task<IDbContextTransaction?> OwnTransactionAsync(CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;

    /// <summary>Not offered: audit and outbox are written on the asynchronous path only.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.ApplyConfiguration(new OutboxMapping());
        modelBuilder.ApplyConfiguration(new InboxMapping());
        modelBuilder.ApplyConfiguration(new AuditMapping());
        modelBuilder.ApplyConfiguration(new IdempotentRequestMapping());
        foreach (
            var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType) && e.BaseType is null)
        )
        {
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsRowVersion();
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enums are kept as words: readable in the database, safe against reordering.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private bool QueueEvents()
    {
        var raised = ChangeTracker
            .Entries<Entity>()
            .SelectMany(e => e.Entity.TakeEvents().Select(happened => (e.Entity.Id, happened)))
            .ToList();
        foreach (var (aggregate, happened) in raised)
        {
            Outbox.Add(OutboxMessage.Of(aggregate, happened, clock.GetUtcNow()));
        }

        return raised.Count > 0;
    }
}
