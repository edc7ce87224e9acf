using System.Reflection;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Actions;

internal sealed class ActionMapping : IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<PlanAction> builder)
    {
        NameFieldOfMoves(builder);
        builder.MapPromise("actions", "action");
        builder
            .HasOne<Priority>()
            .WithMany()
            .HasForeignKey(a => a.Priority)
            .HasPrincipalKey(p => p.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.OwnerOrganisations).HasMethod("gin");
    }

    /// <summary>The moves of a promise are held in a private field of its base, which is not named so that EF finds it.</summary>
    private static void NameFieldOfMoves(EntityTypeBuilder<PlanAction> builder)
    {
        if (typeof(Promise).GetField("_moves", BindingFlags.Instance | BindingFlags.NonPublic) is { } field)
        {
            builder.OwnsMany(a => a.DueDateMoves);
            builder.Metadata.FindNavigation(nameof(Promise.DueDateMoves))!.FieldInfo = field;
        }
    }
}
