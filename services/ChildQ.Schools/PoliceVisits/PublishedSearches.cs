using ChildQ.Schools.Disproportionality;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>
/// Everything that is published of one school year's searches: tables of the same searches, suppressed together, so that no number hidden in one can be
/// read from another. A number is hidden, too, where one school, which knows its own searches, could tell that 1 to 4 are of all the others.
/// </summary>
/// <param name="ByTerm">Kind of search by part of the year.</param>
/// <param name="ByEthnicGroup">Kind of search by high-level ethnic group.</param>
/// <param name="ByGroup">For each classification of pupils, groups by part of the year; a row's total is the year's.</param>
/// <param name="Lacking">Searches that lacked a safeguard.</param>
internal sealed record PublishedSearches(
    SuppressedTable ByTerm,
    SuppressedTable ByEthnicGroup,
    IReadOnlyDictionary<Classification, SuppressedTable> ByGroup,
    IReadOnlyDictionary<Safeguard, SuppressedCount> Lacking
)
{
    private const string Lacked = "Lacked";
    private const string Had = "Had, or not asked of it";

    /// <param name="searches">Those counted in one school year's publication.</param>
    public static PublishedSearches Of(IReadOnlyList<CountedSearch> searches, SmallNumbers small)
    {
        var kinds = By("kind", [.. Enum.GetValues<SearchKind>().Select(VisitCounts.Words)], s => VisitCounts.Words(s.Details.Kind));
        var parts = By("part", PublishedRegister.Parts, s => s.Part);
        var groups = Enum.GetValues<Classification>()
            .ToDictionary(c => c, c => By($"{c}", Disproportionality.Groups.Of(c), s => PupilGroup.Of(c, s.Details)));
        var ethnic = groups[Classification.EthnicGroup];
        var safeguards = SafeguardRules.All.ToDictionary(
            r => r.Safeguard,
            r => By($"{r.Safeguard}", [Lacked, Had], s => r.AskedOf(s.Details) && !r.Kept(s.Details) ? Lacked : Had)
        );
        List<(string Name, Cut Rows, Cut? Columns)> tables =
        [
            ("terms", kinds, parts),
            ("ethnic groups", kinds, ethnic),
            .. groups.Select(g => ($"{g.Key}", g.Value, parts)),
            .. safeguards.Select(s => ($"{s.Key}", s.Value, (Cut?)null)),
        ];
        var shown = small.Suppress([.. tables.Select(t => Linked(t.Rows, t.Columns, searches, small))]);
        var byName = tables.Zip(shown).ToDictionary(t => t.First.Name, t => t.Second, StringComparer.Ordinal);
        return new(
            byName["terms"],
            byName["ethnic groups"],
            groups.Keys.ToDictionary(c => c, c => byName[$"{c}"]),
            safeguards.Keys.ToDictionary(s => s, s => byName[$"{s}"][Lacked])
        );
    }

    /// <summary>One way of dividing searches.</summary>
    private sealed record Cut(string Name, IReadOnlyList<string> Labels, Func<CountedSearch, string> Of);

    private static Cut By(string name, IReadOnlyList<string> labels, Func<CountedSearch, string> of) => new(name, labels, of);

    private static LinkedTable Linked(Cut rows, Cut? columns, IReadOnlyList<CountedSearch> searches, SmallNumbers small) =>
        new(
            columns is null
                ? CountTable.OneWay(rows.Labels.Select(l => KeyValuePair.Create(l, searches.Count(s => rows.Of(s) == l))))
                : CountTable.Count(searches, rows.Labels, columns.Labels, rows.Of, columns.Of),
            Named: (row, column) =>
                (row, column) switch
                {
                    (null, null) => "all",
                    (null, not null) => $"{columns!.Name}: {column}",
                    (not null, null) => $"{rows.Name}: {row}",
                    _ => null,
                },
            HiddenToo: (row, column) =>
                OneSchoolKnowsTheRest(
                    [.. searches.Where(s => (row is null || rows.Of(s) == row) && (column is null || columns!.Of(s) == column))],
                    small
                )
        );

    /// <summary>Whether what is left after some school's own is a small number.</summary>
    private static bool OneSchoolKnowsTheRest(IReadOnlyList<CountedSearch> searches, SmallNumbers small) =>
        searches.CountBy(s => s.Urn).Any(school => small.IsSmall(searches.Count - school.Value));
}
