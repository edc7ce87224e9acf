using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Register;

/// <summary>Which schools a caller speaks for and writes about.</summary>
internal static class SchoolScope
{
    /// <summary>The school whose own user this is; none for whoever speaks for police.</summary>
    public static int? OwnSchool(this CurrentUser user) =>
        user.Has(Roles.School) && !SharingRules.IsPolice(user.Principal) ? user.School : null;

    /// <summary>Whether this caller keeps what a school keeps: the school itself, or the schools lead for it.</summary>
    public static bool KeepsFor(this CurrentUser user, int urn) => user.Has(Roles.SchoolsLead) || user.OwnSchool() == urn;

    /// <summary>The school that this caller writes about; null where it is not on the register, or not theirs.</summary>
    /// <param name="urn">The school named; the caller's own where left out.</param>
    public static async Task<School?> SchoolKeptByAsync(this SchoolsDb db, CurrentUser user, int? urn)
    {
        var kept = urn ?? user.OwnSchool();
        return kept is { } one && user.KeepsFor(one) ? await db.Schools.FirstOrDefaultAsync(s => s.Urn == one) : null;
    }

    /// <summary>Whether this caller speaks for the school itself, rather than recording on its behalf.</summary>
    public static bool SpeaksFor(this CurrentUser user, School school) => user.OwnSchool() == school.Urn;

    /// <summary>The name of a school as at a date; its URN where it was not on the register then.</summary>
    public static async Task<string> SchoolNameAsync(this SchoolsDb db, DateOnly asAt, int urn) =>
        (await db.SchoolNamesAsync(asAt, [urn])).GetValueOrDefault(urn) ?? $"{urn}";

    /// <summary>The names of schools by URN, as at a date.</summary>
    public static Task<Dictionary<int, string>> SchoolNamesAsync(this SchoolsDb db, DateOnly asAt, IReadOnlyCollection<int> urns) =>
        db.RecordsAsAt(asAt).Where(r => urns.Contains(r.Urn)).ToDictionaryAsync(r => r.Urn, r => r.Details.Name);
}
