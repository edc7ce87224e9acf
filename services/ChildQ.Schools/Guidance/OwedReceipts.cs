using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Schools.Register;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>
/// Which receipts are owed: one by every open school for every version of guidance for such schools that was published while it was open, or is
/// in force when it opens.
/// </summary>
internal static class OwedReceipts
{
    /// <summary>
    /// Phases, in the DfE's words, of the schools that teach pupils of secondary age. Colleges for those over 16 are not among them, nor are those
    /// without a phase ("Not applicable": most special and independent schools, of which the register does not say whom they teach).
    /// </summary>
    private static readonly string[] Secondary = ["Secondary", "Middle deemed secondary", "All-through"];

    private const long GuidanceLock = 0x4755_4944_45; // "GUIDE"

    /// <summary>
    /// For guidance that has come in: a receipt by each open school that it is for. Not yet saved. Publishing and opening take turns
    /// (until their transaction ends), else each could miss what the other has not committed yet.
    /// </summary>
    public static async Task OfNewGuidanceAsync(SchoolsDb db, PublishedGuidance guidance, DateOnly today, CancellationToken ct)
    {
        var open = await db
            .Schools.Where(s => s.Details.Status == SchoolStatus.Open || s.Details.Status == SchoolStatus.OpenButProposedToClose)
            .Select(s => new { s.Id, s.Details.Phase })
            .ToListAsync(ct);
        db.AddRange(open.Where(s => IsFor(guidance.Audience, s.Phase)).Select(s => GuidanceReceipt.Owed(guidance.Id, s.Id, today)));
    }

    /// <summary>For schools about to be saved that are open: a receipt for each version in force that they have none for.</summary>
    public static async Task OfChangedSchoolsAsync(SchoolsDb db, DateOnly today, CancellationToken ct)
    {
        await TakeTurnAsync(db, ct);
        var schools = db
            .ChangeTracker.Entries<School>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.IsOpen)
            .Select(e => (e.Entity.Id, e.Entity.Details.Phase))
            .ToList();
        var inForce = await db.Guidance.Where(g => g.SupersededOn == null).Select(g => new { g.Id, g.Audience }).ToListAsync(ct);
        if (schools.Count == 0 || inForce.Count == 0)
        {
            return;
        }

        var owed = schools
            .SelectMany(_ => inForce, (school, guidance) => (School: school, Guidance: guidance))
            .Where(o => IsFor(o.Guidance.Audience, o.School.Phase))
            .Select(o => new { SchoolId = o.School.Id, GuidanceId = o.Guidance.Id });
        var (ids, texts) = (schools.ConvertAll(s => s.Id), inForce.ConvertAll(g => g.Id));
        var there = await db
            .Receipts.Where(r => ids.Contains(r.SchoolId) && texts.Contains(r.GuidanceId))
            .Select(r => new { r.SchoolId, r.GuidanceId })
            .ToListAsync(ct);
        db.AddRange(owed.Except(there).Select(m => GuidanceReceipt.Owed(m.GuidanceId, m.SchoolId, today)));
    }

    private static bool IsFor(Audience audience, string phase) =>
        audience == Audience.EverySchool || Secondary.Contains(phase, StringComparer.OrdinalIgnoreCase);

    public static Task TakeTurnAsync(SchoolsDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({GuidanceLock})", ct);
}
