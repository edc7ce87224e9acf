using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ChildQ.ServiceDefaults.Audit;

/// <summary>Writes the audit log in the transaction of the change, and checks its chain.</summary>
public static class AuditTrail
{
    /// <summary>
    /// Run at start, after the migrations: update, delete and truncate are revoked, and a trigger refuses them even to the owner of the table.
    /// </summary>
    public const string AppendOnlySql = """
        CREATE OR REPLACE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'audit_log is append-only'; END $$;
        CREATE OR REPLACE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
            FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
        REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM PUBLIC, CURRENT_USER;
        """;

    private const long ChainLock = 0x4155_4449_54; // "AUDIT"

    /// <summary>The plumbing of messages and requests is no change that anyone made.</summary>
    private static readonly HashSet<Type> NotAudited =
    [
        typeof(AuditEntry),
        typeof(OutboxMessage),
        typeof(InboxMessage),
        typeof(IdempotentRequest),
    ];

    /// <summary>Adds an entry for every pending change. Writers of one service queue for the chain's head until their transaction ends.</summary>
    internal static async Task AppendAsync(ServiceDb db, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changes = db
            .ChangeTracker.Entries()
            .Where(e =>
                e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !NotAudited.Contains(e.Metadata.ClrType)
            )
            .ToList();
        if (changes.Count == 0)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancellationToken);
        var head = await db
            .AuditLog.AsNoTracking()
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        var (sequence, hash) = (head?.Sequence ?? 0, head?.Hash ?? []);
        var at = new DateTimeOffset(now.UtcTicks / 10 * 10, TimeSpan.Zero);
        foreach (var change in changes)
        {
            var (before, after) = (Values(change, original: true), Values(change, original: false));
            var (subject, id) = (Subject(change), Key(change));
            hash = Hash(hash, ++sequence, at, actor, subject, id, change.State.ToString(), before, after);
            db.AuditLog.Add(
                new()
                {
                    Sequence = sequence,
                    At = at,
                    Actor = actor,
                    Subject = subject,
                    SubjectId = id,
                    Change = change.State.ToString(),
                    Before = before,
                    After = after,
                    Hash = hash,
                }
            );
        }
    }

    /// <summary>
    /// Walks the chain from its first entry. Entries altered, taken out or put in between are found; that the newest were cut off is found by
    /// comparing <see cref="AuditChain.Head"/> with one noted earlier.
    /// </summary>
    public static async Task<AuditChain> VerifyAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        long expected = 0;
        byte[] hash = [];
        await foreach (
            var entry in db.AuditLog.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken)
        )
        {
            expected++;
            var computed = Hash(
                hash,
                entry.Sequence,
                entry.At,
                entry.Actor,
                entry.Subject,
                entry.SubjectId,
                entry.Change,
                entry.Before,
                entry.After
            );
            if (entry.Sequence != expected || !computed.AsSpan().SequenceEqual(entry.Hash))
            {
                return new(false, expected - 1, expected, Convert.ToHexStringLower(hash));
            }

            hash = entry.Hash;
        }

        return new(true, expected, null, Convert.ToHexStringLower(hash));
    }

    private static byte[] Hash(byte[] previous, long sequence, DateTimeOffset at, params ReadOnlySpan<string?> texts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        sha.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, at.UtcTicks);
        sha.AppendData(number);
        foreach (var text in texts)
        {
            // Length first, so that no two different entries run together into the same bytes.
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, text is null ? -1 : bytes.Length);
            sha.AppendData(number);
            sha.AppendData(bytes);
        }

        return sha.GetHashAndReset();
    }

    private static string Subject(EntityEntry entry) => entry.Metadata.ClrType.Name;

    private static string Key(EntityEntry entry) =>
        string.Join(
            '/',
            entry
                .Metadata.FindPrimaryKey()!
                .Properties.Select(p => Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture))
        );

    private static string? Values(EntityEntry entry, bool original)
    {
        if ((original && entry.State == EntityState.Added) || (!original && entry.State == EntityState.Deleted))
        {
            return null;
        }

        var values = entry
            .Properties.Where(p => !p.Metadata.IsConcurrencyToken && (entry.State != EntityState.Modified || p.IsModified))
            .ToDictionary(
                p => JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name),
                p => original ? p.OriginalValue : p.CurrentValue,
                StringComparer.Ordinal
            );
        return JsonSerializer.Serialize(values, Json.Options);
    }
}

/// <summary>What verifying the chain found.</summary>
/// <param name="Intact">Every entry is as it was written.</param>
/// <param name="Entries">How many entries stand before the break, or in all.</param>
/// <param name="FirstBreak">Sequence of the first entry that is not as written.</param>
/// <param name="Head">Hash of the last good entry: note it elsewhere to find out later whether the newest entries were cut off.</param>
public sealed record AuditChain(bool Intact, long Entries, long? FirstBreak, string Head);
