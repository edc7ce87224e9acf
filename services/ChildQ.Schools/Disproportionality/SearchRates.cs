using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Disproportionality;

/// <summary>
/// Searches by group of pupils, of the register of police visits as it is published, against the population register: by school year, and by its terms.
/// Searches for every 100 pupils, with the interval of events: whether two searches were of one child is not kept.
/// </summary>
internal static class SearchRates
{
    /// <param name="asAt">London date: what had been published then.</param>
    /// <param name="urn">One school; none for the borough.</param>
    public static async Task<List<PeriodRates>> OfAsync(SchoolsDb db, SmallNumbers small, DateOnly asAt, int? urn, CancellationToken ct)
    {
        var register = await PublishedRegister.AsAtAsync(db, asAt, ct);
        var rates = new List<PeriodRates>();
        var first = register.Searches.Select(s => s.Year).DefaultIfEmpty(int.MaxValue).Min();
        for (var year = first; year <= SchoolYear.LatestPublished(asAt); year++)
        {
            var searches = register.Searches.Where(s => s.Year == year).ToList();
            var published = PublishedSearches.Of(searches, small);
            var counts = urn is { } one ? OfSchool(searches, published.ByGroup, one, small) : published.ByGroup;
            var pupils = await PupilsAsync(db, SchoolYear.PublishedOn(year).AddDays(-1), urn, small, ct);
            foreach (var by in Enum.GetValues<Classification>())
            {
                rates.Add(Rates(year, term: null, by, g => counts[by][g], pupils[by]));
                rates.AddRange(Enum.GetValues<Term>().Select(t => Rates(year, t, by, g => counts[by][g, t.ToString()], pupils[by])));
            }
        }

        return rates;
    }

    /// <summary>A school's own, hidden wherever the borough's number is hidden, or shows that 1 to 4 are elsewhere.</summary>
    private static Dictionary<Classification, SuppressedTable> OfSchool(
        List<CountedSearch> all,
        IReadOnlyDictionary<Classification, SuppressedTable> borough,
        int urn,
        SmallNumbers small
    )
    {
        var own = all.Where(s => s.Urn == urn).ToList();
        var kinds = Enum.GetValues<Classification>();
        var shown = small.Suppress([
            .. kinds.Select(by => new LinkedTable(
                CountTable.Count(own, Groups.Of(by), PublishedRegister.Parts, s => PupilGroup.Of(by, s.Details), s => s.Part),
                Named: (row, column) => row is null ? $"part: {column}" : null,
                HiddenToo: (row, column) =>
                    Cell(borough[by], row, column).IsSuppressed
                    || small.IsSmall(
                        all.Count(s =>
                            s.Urn != urn && (row is null || PupilGroup.Of(by, s.Details) == row) && (column is null || s.Part == column)
                        )
                    )
            )),
        ]);
        return kinds.Zip(shown).ToDictionary(k => k.First, k => k.Second);
    }

    private static SuppressedCount Cell(SuppressedTable table, string? row, string? column)
    {
        var line = row is null ? table.Totals : table.Rows.Single(r => r.Label == row);
        return column is null ? line.Total : line.Cells[table.Columns.ToList().IndexOf(column)];
    }

    private static PeriodRates Rates(int year, Term? term, Classification by, Func<string, SuppressedCount> searches, Population pupils)
    {
        var reference = Groups.Reference(by);
        return new(
            year,
            term,
            term is { } t ? new SchoolTerm(year, t).ToString() : SchoolTerm.YearInWords(year),
            by,
            Measure.Searched,
            [
                .. Groups
                    .Of(by)
                    .Select(group =>
                        GroupRate.Of(
                            group,
                            (searches(group), pupils.Of(group)),
                            group == reference,
                            (searches(reference), pupils.Of(reference)),
                            (a, n1, b, n0) => RelativeRate.OfEvents(a, n1, b, n0)
                        )
                    ),
            ],
            pupils.SchoolsMissing
        );
    }

    /// <summary>
    /// Pupils by the latest census known at a date, suppressed in the fine groups of the population register, as these are shown elsewhere: a wider group is
    /// withheld with any part of it.
    /// </summary>
    private static async Task<Dictionary<Classification, Population>> PupilsAsync(
        SchoolsDb db,
        DateOnly at,
        int? urn,
        SmallNumbers small,
        CancellationToken ct
    )
    {
        var open = await db.RecordsAsAt(at)
            .Where(r =>
                (urn == null || r.Urn == urn)
                && (r.Details.Status == SchoolStatus.Open || r.Details.Status == SchoolStatus.OpenButProposedToClose)
            )
            .Select(r => r.Urn)
            .ToListAsync(ct);
        var counted = await db.PopulationAsync(at, urn, ct);
        return Enum.GetValues<Classification>()
            .ToDictionary(
                by => by,
                by =>
                {
                    var dimension = by.Dimension();
                    var counts = open.ToDictionary(u => u, u => counted[u].Where(p => p.Dimension == dimension).ToList());
                    var fine = small.Suppress(
                        CountTable.OneWay(
                            Pupils
                                .Groups.Of(dimension)
                                .Select(g => KeyValuePair.Create(g, counts.Values.Sum(s => s.Where(p => p.Group == g).Sum(p => p.Pupils))))
                        )
                    );
                    return new Population(by, fine, counts.Values.Count(s => s.Count == 0), small);
                }
            );
    }

    private sealed record Population(Classification By, SuppressedTable Fine, int SchoolsMissing, SmallNumbers Small)
    {
        public SuppressedCount Of(string group)
        {
            var parts = Fine.Rows.Where(r => PupilGroup.Of(By, r.Label) == group).Select(r => r.Total.Value).ToList();
            return SchoolsMissing > 0 || parts.Contains(null) ? default : Small.Of(parts.Sum() ?? 0);
        }
    }
}
