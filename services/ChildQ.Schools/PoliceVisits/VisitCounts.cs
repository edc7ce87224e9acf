using System.Globalization;
using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Searches in all schools of the borough together, in a term that is over.</summary>
/// <param name="Term">In words.</param>
/// <param name="Visits">How often police came. Visits, not people, and so not suppressed.</param>
/// <param name="Searches">Searches by kind, by high-level ethnic group: one table, small numbers suppressed.</param>
/// <param name="Safeguards">Searches that lacked each safeguard. They overlap, and each is suppressed by itself.</param>
public sealed record VisitCountsView(string Term, int Visits, SuppressedTable Searches, IReadOnlyList<SafeguardCount> Safeguards);

/// <summary>How many searches lacked a safeguard, or are not known to have had it.</summary>
public sealed record SafeguardCount(Safeguard Safeguard, string Words, SuppressedCount Searches);

/// <summary>
/// The only counts of the register that leave it: of the whole borough, by whole terms that are over, with fixed classifications and no date of
/// their own, so that no two tables give a small number by subtraction.
/// </summary>
internal static class VisitCounts
{
    private static readonly string[] Kinds = [.. Enum.GetValues<SearchKind>().Select(Words)];
    private static readonly string[] Groups = [.. Enum.GetValues<BroadEthnicGroup>().Select(Words)];

    public static void MapVisitCounts(this RouteGroupBuilder visits) =>
        visits
            .MapGet("/counts", Count)
            .AllowAnonymous()
            .Produces<VisitCountsView>()
            .ProducesProblem(422)
            .WithSummary("Visits and searches in all schools in a term that is over, small numbers suppressed.");

    private static async Task<IResult> Count(int year, Word<Term> term, SchoolsDb db, SmallNumbers small, TimeProvider clock)
    {
        var check = new Check().That(year is >= 2010 and <= 2200, "counts/year", "Enter the year in which the school year begins.", "year");
        if (check.Failed)
        {
            return Problem.Of(check.Result);
        }

        var asked = new SchoolTerm(year, term.Value);
        if (asked.End > clock.Today())
        {
            return Problem.Of(
                422,
                "counts/term-not-over",
                $"Counts of this term are shown from {asked.End.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} on."
            );
        }

        var (first, end) = (asked.First, asked.End);
        var visits = db.Visits.AsNoTracking().Where(v => v.Details.On >= first && v.Details.On < end);
        var searches = (await db.Searches.AsNoTracking().Where(s => visits.Any(v => v.Id == s.VisitId)).ToListAsync()).ConvertAll(s =>
            s.Details
        );
        return TypedResults.Ok(
            new VisitCountsView(
                asked.ToString(),
                await visits.CountAsync(),
                small.Suppress(CountTable.Count(searches, Kinds, Groups, s => Words(s.Kind), s => Words(s.EthnicGroup.Broad()))),
                [
                    .. SafeguardRules.All.Select(rule => new SafeguardCount(
                        rule.Safeguard,
                        rule.Words,
                        small.Of(searches.Count(s => rule.AskedOf(s) && !rule.Kept(s)))
                    )),
                ]
            )
        );
    }

    internal static string Words(SearchKind kind) =>
        kind switch
        {
            SearchKind.OuterClothing => "Outer clothing only",
            SearchKind.MoreThorough => "More than outer clothing, intimate parts not exposed",
            SearchKind.ExposingIntimateParts => "Strip search exposing intimate parts",
            SearchKind.Intimate => "Intimate search",
            _ => "Not known",
        };

    internal static string Words(BroadEthnicGroup group) => group is BroadEthnicGroup.NotKnown ? "Not known" : group.ToString();
}
