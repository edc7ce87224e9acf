using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.ServiceDefaults.Audit;

/// <summary>One change: who, when, what from, what to. Each entry holds the hash of the one before, so that no entry can be altered or taken out unseen.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>To the microsecond, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The token's subject, or the service that acted by itself.</summary>
    public required string Actor { get; init; }

    /// <summary>What kind of thing, in the field's own word.</summary>
    public required string Subject { get; init; }

    /// <summary>Which one: its key.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Added, Modified or Deleted.</summary>
    public required string Change { get; init; }

    /// <summary>JSON of the values before; none for something added.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the values after; none for something deleted.</summary>
    public string? After { get; init; }

    /// <summary>SHA-256 over everything above and the hash of the entry before.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_log");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Subject, e.SubjectId });
    }
}
