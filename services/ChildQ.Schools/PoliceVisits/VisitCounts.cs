using System.Globalization;
using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Visits and searches in all schools of the borough together, as published for a school year: once, and never changed.</summary>
/// <param name="Year">In words: "2020/21".</param>
/// <param name="PublishedOn">London date. What was known by the end of the day before is counted.</param>
/// <param name="Visits">How often police came, by term. Visits, not people, and so not suppressed.</param>
/// <param name="ByTerm">Searches by kind and term, small numbers suppressed.</param>
/// <param name="ByEthnicGroup">The same searches by kind and high-level ethnic group.</param>
/// <param name="Safeguards">The same searches by whether they had each safeguard that was asked of them.</param>
public sealed record VisitCountsView(
    string Year,
    DateOnly PublishedOn,
    IReadOnlyList<PartCount> Visits,
    SuppressedTable ByTerm,
    SuppressedTable ByEthnicGroup,
    IReadOnlyList<SafeguardCount> Safeguards
);

/// <summary>How many visits there were in a part of the year.</summary>
/// <param name="Part">A term, or those of earlier years that were put on record after their own year was published.</param>
public sealed record PartCount(string Part, int Visits);

/// <summary>How many searches lacked a safeguard, or are not known to have had it.</summary>
public sealed record SafeguardCount(Safeguard Safeguard, string Words, SuppressedCount Searches);

/// <summary>
/// The only counts of the register that leave it, beside the same searches by group of pupils (<see cref="PublishedSearches"/>): of the whole borough, by
/// school year, with fixed classifications, in publications that have nothing in common and never change.
/// </summary>
internal static class VisitCounts
{
    public static void MapVisitCounts(this RouteGroupBuilder visits) =>
        visits
            .MapGet("/counts", Count)
            .AllowAnonymous()
            .Produces<VisitCountsView>()
            .ProducesProblem(422)
            .WithSummary(
                "Visits and searches in all schools in a school year, as published once on the 1 October after it. The latest unless said."
            );

    private static async Task<IResult> Count(int? year, SchoolsDb db, SmallNumbers small, TimeProvider clock, CancellationToken ct)
    {
        var asked = year ?? SchoolYear.LatestPublished(clock.Today());
        var check = new Check().That(
            asked is >= 2010 and <= 2200,
            "counts/year",
            "Enter the year in which the school year begins.",
            "year"
        );
        if (check.Failed)
        {
            return Problem.Of(check.Result);
        }

        if (SchoolYear.PublishedOn(asked) > clock.Today())
        {
            var on = SchoolYear.PublishedOn(asked).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            return Problem.Of(422, "counts/not-published", $"Counts of this school year are published on {on}.");
        }

        var register = await PublishedRegister.AsAtAsync(db, SchoolYear.PublishedOn(asked), ct);
        var searches = PublishedSearches.Of([.. register.Searches.Where(s => s.Year == asked)], small);
        return TypedResults.Ok(
            new VisitCountsView(
                SchoolTerm.YearInWords(asked),
                SchoolYear.PublishedOn(asked),
                [
                    .. PublishedRegister.Parts.Select(part => new PartCount(
                        part,
                        register.Visits.Count(v => v.Year == asked && v.Part == part)
                    )),
                ],
                searches.ByTerm,
                searches.ByEthnicGroup,
                [.. SafeguardRules.All.Select(rule => new SafeguardCount(rule.Safeguard, rule.Words, searches.Lacking[rule.Safeguard]))]
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
