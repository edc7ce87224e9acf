using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Protocols;

internal sealed class ProtocolMapping : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> builder)
    {
        builder.MapEntry("protocols");
        builder.MapDueDates("protocol");
        builder.PrimitiveCollection(p => p.StakeholderClasses).ElementType(e => e.HasConversion<string>());
        Parts(
            builder,
            p => p.WorkingGroup,
            "_workingGroup",
            "protocol_working_group_members",
            m => m.Id,
            members => members.Property(m => m.Organisation).HasMaxLength(100)
        );
        Parts(
            builder,
            p => p.Drafts,
            "_drafts",
            "protocol_drafts",
            d => d.Id,
            drafts =>
            {
                drafts.Property(d => d.Hash).HasMaxLength(64);
                drafts.HasIndex("ProtocolId", nameof(ProtocolDraft.Number)).IsUnique();
            }
        );
        Parts(builder, p => p.Asks, "_asks", "protocol_endorsement_asks", a => a.Id);
        Parts(
            builder,
            p => p.Endorsements,
            "_endorsements",
            "protocol_endorsements",
            e => e.Id,
            endorsements => endorsements.Property(e => e.Hash).HasMaxLength(64)
        );
        Parts(builder, p => p.Stages, "_stages", "protocol_stages", s => s.Id);
        Parts(builder, p => p.ReviewDates, "_reviewDates", "protocol_review_dates", r => r.Id);
    }

    private static void Parts<TPart>(
        EntityTypeBuilder<Protocol> builder,
        System.Linq.Expressions.Expression<Func<Protocol, IEnumerable<TPart>?>> parts,
        string field,
        string table,
        System.Linq.Expressions.Expression<Func<TPart, Guid>> id,
        Action<OwnedNavigationBuilder<Protocol, TPart>>? more = null
    )
        where TPart : class
    {
        var key = ((System.Linq.Expressions.MemberExpression)id.Body).Member.Name;
        builder.OwnsMany(
            parts,
            part =>
            {
                part.ToTable(table);
                part.WithOwner().HasForeignKey("ProtocolId");
                part.HasKey(key);
                part.Property(id).ValueGeneratedNever();
                more?.Invoke(part);
            }
        );
        builder.Navigation(parts).HasField(field).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DraftTextMapping : IEntityTypeConfiguration<DraftText>
{
    public void Configure(EntityTypeBuilder<DraftText> builder)
    {
        builder.ToTable("protocol_draft_texts");
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.HasOne<Protocol>().WithMany().HasForeignKey(t => t.ProtocolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.ProtocolId, t.Number }).IsUnique();
    }
}

internal sealed class DraftCommentMapping : IEntityTypeConfiguration<DraftComment>
{
    public void Configure(EntityTypeBuilder<DraftComment> builder)
    {
        builder.ToTable("protocol_draft_comments");
        builder.Property(c => c.DraftHash).HasMaxLength(64);
        builder.Property(c => c.About).HasMaxLength(200);
        builder.Property(c => c.Organisation).HasMaxLength(100);
        builder.HasOne<Protocol>().WithMany().HasForeignKey(c => c.ProtocolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new
        {
            c.ProtocolId,
            c.RecordedAt,
            c.Id,
        });
    }
}
