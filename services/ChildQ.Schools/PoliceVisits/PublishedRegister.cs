using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A visit as it stood when it was counted.</summary>
/// <param name="Year">The school year in whose publication it is counted, in that one alone.</param>
/// <param name="Part">A term of that year, or <see cref="PublishedRegister.Late"/>.</param>
internal sealed record CountedVisit(int Year, string Part);

/// <summary>A search as it stood when it was counted.</summary>
/// <inheritdoc cref="CountedVisit"/>
internal sealed record CountedSearch(int Year, string Part, int Urn, SearchDetails Details);

/// <summary>
/// The register as it is published: once for each school year, of what was known by then. Whatever is put on record later, of whichever year, is
/// counted in the next publication and in no other; a correction of what has been counted changes no count. So no two publications have a search in
/// common, none ever changes, and there is nothing to subtract (decision 0010).
/// </summary>
internal sealed record PublishedRegister(IReadOnlyList<CountedVisit> Visits, IReadOnlyList<CountedSearch> Searches)
{
    /// <summary>What was put on record after the publication of the year in which it happened.</summary>
    public const string Late = "Earlier years, recorded late";

    /// <summary>The parts of a publication, in order.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. Enum.GetNames<Term>(), Late];

    /// <summary>Everything that has been published by a London date, and as it was published.</summary>
    public static async Task<PublishedRegister> AsAtAsync(SchoolsDb db, DateOnly asAt, CancellationToken ct)
    {
        var before = SchoolYear.PublishedOn(SchoolYear.LatestPublished(asAt));
        var visits = (
            await db
                .VisitRecords.AsNoTracking()
                .Where(r => r.KnownOn < before)
                .Select(r => new Dated(r.VisitId, r.Urn, r.Sequence, r.KnownOn, r.Details.On))
                .ToListAsync(ct)
        ).ToLookup(r => r.Id);
        var searches = (
            await db
                .SearchRecords.AsNoTracking()
                .Where(r => r.KnownOn < before)
                .Join(db.Searches, r => r.SearchId, s => s.Id, (Record, s) => new { s.VisitId, Record })
                .ToListAsync(ct)
        ).ToLookup(s => (s.Record.SearchId, s.VisitId), s => s.Record);
        return new(
            [
                .. visits
                    .Select(v => Counted(v, v.Min(r => r.KnownOn), before))
                    .OfType<Count>()
                    .Select(c => new CountedVisit(c.Year, c.Part)),
            ],
            [
                .. searches
                    .Select(s => (Records: s, Count: Counted(visits[s.Key.VisitId], s.Min(r => r.KnownOn), before)))
                    .Where(s => s.Count is not null)
                    .Select(s => new CountedSearch(
                        s.Count!.Year,
                        s.Count.Part,
                        s.Count.Urn,
                        s.Records.Where(r => r.KnownOn < SchoolYear.PublishedOn(s.Count.Year)).MaxBy(r => r.Sequence)!.Details
                    )),
            ]
        );
    }

    /// <summary>The first publication after something became known, by whose year it had happened.</summary>
    /// <param name="visit">Everything that was ever known of the visit.</param>
    /// <param name="firstKnown">London date from which it, or a search in it, was known.</param>
    private static Count? Counted(IEnumerable<Dated> visit, DateOnly firstKnown, DateOnly before)
    {
        var records = visit.ToList();
        for (var year = SchoolYear.LatestPublished(firstKnown) + 1; SchoolYear.PublishedOn(year) <= before; year++)
        {
            var published = SchoolYear.PublishedOn(year);
            if (records.Where(r => r.KnownOn < published).MaxBy(r => r.Sequence) is { } known && known.On < SchoolYear.End(year))
            {
                return new(year, SchoolYear.Of(known.On) == year ? SchoolTerm.Of(known.On).Term.ToString() : Late, known.Urn);
            }
        }

        return null;
    }

    private sealed record Dated(Guid Id, int Urn, int Sequence, DateOnly KnownOn, DateOnly On);

    private sealed record Count(int Year, string Part, int Urn);
}
