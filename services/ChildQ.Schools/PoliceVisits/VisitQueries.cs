using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Screening;
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
        var (all, own) = (user.HasAny(Can.SeeEveryVisit), user.School);
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
        var (all, own) = (user.HasAny(Can.SeeEveryVisit), user.School);
        return all ? visits : visits.Where(v => v.Urn == own);
    }

    /// <summary>A visit that this person may add to and correct.</summary>
    public static IQueryable<Visit> KeptBy(this IQueryable<Visit> visits, CurrentUser user)
    {
        var (all, own) = (user.Has(Roles.SchoolsLead), user.School);
        return all ? visits : visits.Where(v => v.Urn == own);
    }

    public static Task<string?> NameOfSchoolAsync(this SchoolsDb db, int urn) =>
        db.Schools.Where(s => s.Urn == urn).Select(s => (string?)s.Details.Name).FirstOrDefaultAsync();

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

    public static async Task<Dictionary<int, string>> NamesOfSchoolsAsync(this SchoolsDb db, IReadOnlyList<int> urns) =>
        await db.Schools.Where(s => urns.Contains(s.Urn)).ToDictionaryAsync(s => s.Urn, s => s.Details.Name);
}

/// <summary>Free text of this register on its way in.</summary>
internal static class Screened
{
    private static readonly PersonalDataKind[] Never =
    [
        PersonalDataKind.DateOfBirth,
        PersonalDataKind.UniquePupilNumber,
        PersonalDataKind.NhsNumber,
    ];

    /// <summary>
    /// 422 about the first text that may not be kept: one with a date of birth, a pupil number or an NHS number, whatever its writer confirms
    /// (<c>visit/identifies-a-child</c>); or one with anything else that may identify someone and is not confirmed.
    /// </summary>
    public static IResult? Problem(bool confirmed, params IEnumerable<(string Field, string? Text)> texts)
    {
        foreach (var (field, text) in texts)
        {
            var screened = PersonalDataScreen.Check(text, confirmed, field);
            if (confirmed && screened.Finds.Any(f => Never.Contains(f.Kind)))
            {
                return ServiceDefaults.Problems.Problem.Of(
                    422,
                    "visit/identifies-a-child",
                    "This holds what looks like a date of birth, a pupil number or an NHS number. They are never kept here: take it out.",
                    field
                );
            }

            if (!screened.MayBeKept)
            {
                return screened.ToProblem();
            }
        }

        return null;
    }
}
