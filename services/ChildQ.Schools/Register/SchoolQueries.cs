using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Register;

/// <summary>Which schools are asked for.</summary>
/// <param name="Q">Part of the name, or the URN.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record SchoolFilter(string? Q, string? Phase, string? Type, Word<SchoolStatus>? Status, DateOnly? AsAt);

internal static class SchoolQueries
{
    /// <summary>Whether this person sees every school. Whoever does not sees the school their token names, or none.</summary>
    public static bool SeesEverySchool(this CurrentUser user) => user.HasAny(Can.SeeEverySchool);

    /// <summary>The latest record of each school as at a date.</summary>
    public static IQueryable<SchoolRecord> RecordsAsAt(this SchoolsDb db, DateOnly asAt) =>
        db
            .SchoolRecords.AsNoTracking()
            .Where(r =>
                r.KnownOn <= asAt
                && !db.SchoolRecords.Any(later => later.SchoolId == r.SchoolId && later.Sequence > r.Sequence && later.KnownOn <= asAt)
            );

    public static IQueryable<SchoolRecord> VisibleTo(this IQueryable<SchoolRecord> records, CurrentUser user)
    {
        var (all, own) = (user.SeesEverySchool(), user.OwnSchool());
        return all ? records : records.Where(r => r.Urn == own);
    }

    public static IQueryable<School> VisibleTo(this IQueryable<School> schools, CurrentUser user)
    {
        var (all, own) = (user.SeesEverySchool(), user.OwnSchool());
        return all ? schools : schools.Where(s => s.Urn == own);
    }

    public static IQueryable<SchoolRecord> Open(this IQueryable<SchoolRecord> records) =>
        records.Where(r => r.Details.Status == SchoolStatus.Open || r.Details.Status == SchoolStatus.OpenButProposedToClose);

    public static IQueryable<SchoolRecord> Matching(this IQueryable<SchoolRecord> records, SchoolFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var part = $"%{Like.Escape(filter.Q.Trim())}%";
            records = int.TryParse(filter.Q.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var urn)
                ? records.Where(r => r.Urn == urn || EF.Functions.ILike(r.Details.Name, part, @"\"))
                : records.Where(r => EF.Functions.ILike(r.Details.Name, part, @"\"));
        }

        if (!string.IsNullOrWhiteSpace(filter.Phase))
        {
            records = records.Where(r => EF.Functions.ILike(r.Details.Phase, Like.Escape(filter.Phase), @"\"));
        }

        if (!string.IsNullOrWhiteSpace(filter.Type))
        {
            records = records.Where(r => EF.Functions.ILike(r.Details.Type, Like.Escape(filter.Type), @"\"));
        }

        if (filter.Status is not { Value: var status })
        {
            return records;
        }

        return records.Where(r => r.Details.Status == status);
    }
}
