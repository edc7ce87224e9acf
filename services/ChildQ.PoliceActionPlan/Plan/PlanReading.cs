using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>Which versions of the plan a caller reads.</summary>
internal static class PlanReading
{
    /// <summary>
    /// As at a date: drafts for boards, partners and councillors; for everyone else what was ratified by then, so that looking back does not
    /// show a draft to those who could not have read it.
    /// </summary>
    public static IQueryable<PlanVersion> VersionsReadableBy(this PoliceActionPlanDb db, CurrentUser user, DateOnly asAt)
    {
        var versions = db.PlanVersions.ReadableBy(user, asAt);
        return SharingRules.LevelsFor(user.Principal).Contains(SharingLevel.Partners)
            ? versions
            : versions.Where(v => v.RatifiedOn <= asAt);
    }

    /// <summary>The words of a version as they stood at a date.</summary>
    public static async Task<string> CanonicalAsync(this PoliceActionPlanDb db, PlanVersion version, DateOnly asAt, CancellationToken ct)
    {
        var hash = version.LatestAsAt(asAt)?.ContentHash ?? version.ContentHash;
        return await db.PlanContents.Where(c => c.PlanVersionId == version.Id && c.Hash == hash).Select(c => c.Canonical).FirstAsync(ct);
    }
}
