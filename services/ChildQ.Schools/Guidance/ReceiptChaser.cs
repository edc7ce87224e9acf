using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>
/// Looks every quarter of an hour, by London's date, for schools that have been silent too long, and has each receipt reminded and escalated
/// once. Several replicas may run: they take turns, and what one has saved the next does not find.
/// </summary>
internal sealed class ReceiptChaser(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReceiptChaser> log)
    : RegularCheck(TimeSpan.FromMinutes(15), atStart: true, scopes, clock, log)
{
    private const long ChaserLock = 0x4348_4153_45; // "CHASE"
    private const int Batch = 200;

    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        while (await ChaseAsync(scopes, ct) == Batch) { }
    }

    /// <summary>Chases some of the receipts that are due for it.</summary>
    /// <returns>How many were found.</returns>
    private async Task<int> ChaseAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        var today = Clock.Today();
        var (remind, escalate) = (SentBy(today, GuidanceReceipt.RemindedAfter), SentBy(today, GuidanceReceipt.EscalatedAfter));

        await using var turn = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChaserLock})", ct);
        var due = await db
            .Receipts.WithNames()
            .Where(r => r.AcknowledgedOn == null && r.Guidance.SupersededOn == null)
            .Where(r => r.School.Details.Status == SchoolStatus.Open || r.School.Details.Status == SchoolStatus.OpenButProposedToClose)
            .Where(r => (r.RemindedOn == null && r.AwaitingSince <= remind) || (r.EscalatedOn == null && r.AwaitingSince <= escalate))
            .OrderBy(r => r.AwaitingSince)
            .ThenBy(r => r.Id)
            .Take(Batch)
            .ToListAsync(ct);
        due.ForEach(receipt => receipt.Chase(today));
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
        return due.Count;
    }

    /// <summary>The latest day since which so many working days are over.</summary>
    private static DateOnly SentBy(DateOnly today, int days)
    {
        var sent = today.AddDays(-1);
        while (sent.WorkingDaysUntil(today.AddDays(-1)) < days)
        {
            sent = sent.AddDays(-1);
        }

        return sent;
    }
}
