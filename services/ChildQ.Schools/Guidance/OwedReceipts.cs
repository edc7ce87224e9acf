using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>
/// Which receipts are owed: one by every open school for every version of guidance that was published while it was open, or is in force
/// when it opens.
/// </summary>
internal static class OwedReceipts
{
    private const long GuidanceLock = 0x4755_4944_45; // "GUIDE"

    /// <summary>
    /// For guidance that has come in: a receipt by each open school. Not yet saved. Publishing and opening take turns (until their transaction
    /// ends), else each could miss what the other has not committed yet.
    /// </summary>
    public static async Task OfNewGuidanceAsync(SchoolsDb db, PublishedGuidance guidance, DateOnly today, CancellationToken ct)
    {
        var open = await db
            .Schools.Where(s => s.Details.Status == SchoolStatus.Open || s.Details.Status == SchoolStatus.OpenButProposedToClose)
            .Select(s => s.Id)
            .ToListAsync(ct);
        db.AddRange(open.Select(school => GuidanceReceipt.Owed(guidance.Id, school, today)));
    }

    /// <summary>For schools about to be saved that are open: a receipt for each version in force that they have none for.</summary>
    public static async Task OfChangedSchoolsAsync(SchoolsDb db, DateOnly today, CancellationToken ct)
    {
        await TakeTurnAsync(db, ct);
        var schools = db
            .ChangeTracker.Entries<School>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.IsOpen)
            .Select(e => e.Entity.Id)
            .ToList();
        var inForce = await db.Guidance.Where(g => g.SupersededOn == null).Select(g => g.Id).ToListAsync(ct);
        if (schools.Count == 0 || inForce.Count == 0)
        {
            return;
        }

        var there = await db
            .Receipts.Where(r => schools.Contains(r.SchoolId) && inForce.Contains(r.GuidanceId))
            .Select(r => new { r.SchoolId, r.GuidanceId })
            .ToListAsync(ct);
        var missing = schools
            .SelectMany(_ => inForce, (school, guidance) => new { SchoolId = school, GuidanceId = guidance })
            .Except(there);
        db.AddRange(missing.Select(m => GuidanceReceipt.Owed(m.GuidanceId, m.SchoolId, today)));
    }

    public static Task TakeTurnAsync(SchoolsDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({GuidanceLock})", ct);
}
