using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Actions;

internal sealed class ActionMapping : IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<PlanAction> builder)
    {
        builder.MapPromise("actions", "action");
        builder
            .HasOne<Priority>()
            .WithMany()
            .HasForeignKey(a => a.Priority)
            .HasPrincipalKey(p => p.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        // Words anywhere in a text, by their trigrams (pg_trgm, in the server's own package): what `q` asks. Actions are written seldom and
        // searched often: no list of entries still to be sorted in, which every search would read through.
        builder
            .HasIndex(a => new
            {
                a.Title,
                a.Commitment,
                a.Reference,
            })
            .HasMethod("gin")
            .HasOperators("gin_trgm_ops", "gin_trgm_ops", "gin_trgm_ops")
            .HasStorageParameter("fastupdate", false);
        builder.HasIndex(a => new { a.Reference, a.Id });
        builder.OwnsMany(a => a.Progress, notes => notes.HasIndex("PromiseId", nameof(Progress.RecordedAt), nameof(Progress.Id)));
    }
}
