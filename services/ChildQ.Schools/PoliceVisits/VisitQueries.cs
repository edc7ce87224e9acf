using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Which visits are asked for.</summary>
/// <param name="School">URN. Of no effect beyond a <c>school</c> user's own.</param>
/// <param name="From">London date of the earliest visit.</param>
/// <param name="To">London date of the latest visit.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record VisitFilter(int? School, Word<AskedBy>? AskedBy, DateOnly? From, DateOnly? To, DateOnly? AsAt);

internal static class VisitQueries
{
    /// <summary>The latest record of each visit that this person may see, as at a date: a school's own, or everyone's for the council's leads.</summary>
    public static IQueryable<VisitRecord> VisitsAsAt(this SchoolsDb db, CurrentUser user, VisitFilter filter, DateOnly asAt)
    {
        var records = db
            .VisitRecords.AsNoTracking()
            .Where(r =>
                r.KnownOn <= asAt
                && !db.VisitRecords.Any(later => later.VisitId == r.VisitId && later.Sequence > r.Sequence && later.KnownOn <= asAt)
            );
        var (all, own) = (user.HasAny(Can.SeeEveryVisit), user.OwnSchool());
        if (!all)
        {
            records = records.Where(r => r.Urn == own);
        }

        if (filter.School is { } urn)
        {
            records = records.Where(r => r.Urn == urn);
        }

        if (filter.AskedBy is { Value: var asked })
        {
            records = records.Where(r => r.Details.AskedBy == asked);
        }

        if (filter.From is { } from)
        {
            records = records.Where(r => r.Details.On >= from);
        }

        return filter.To is { } to ? records.Where(r => r.Details.On <= to) : records;
    }

    /// <summary>A visit that this person may see.</summary>
    public static IQueryable<Visit> VisibleTo(this IQueryable<Visit> visits, CurrentUser user)
    {
        var (all, own) = (user.HasAny(Can.SeeEveryVisit), user.OwnSchool());
        return all ? visits : visits.Where(v => v.Urn == own);
    }

    /// <summary>A visit that this person may add to and correct.</summary>
    public static IQueryable<Visit> KeptBy(this IQueryable<Visit> visits, CurrentUser user)
    {
        var (all, own) = (user.Has(Roles.SchoolsLead), user.OwnSchool());
        return all ? visits : visits.Where(v => v.Urn == own);
    }

    /// <summary>The latest record of each search of these visits, as at a date.</summary>
    public static async Task<ILookup<Guid, SearchRecord>> SearchesOfAsync(this SchoolsDb db, IReadOnlyList<Guid> visits, DateOnly asAt)
    {
        var records = await db
            .Searches.AsNoTracking()
            .Where(s => visits.Contains(s.VisitId))
            .Join(db.SearchRecords.Where(r => r.KnownOn <= asAt), s => s.Id, r => r.SearchId, (s, r) => new { s.VisitId, Record = r })
            .ToListAsync();
        return records
            .GroupBy(r => r.Record.SearchId)
            .Select(g => g.MaxBy(r => r.Record.Sequence)!)
            .OrderBy(r => r.Record.SearchId)
            .ToLookup(r => r.VisitId, r => r.Record);
    }
}
