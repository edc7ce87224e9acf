using ChildQ.Contracts;
using ChildQ.Contracts.Oversight;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Oversight.Recommendations;

/// <summary>What a recommendation says, as written or rewritten.</summary>
/// <param name="TextEntered">Whether <paramref name="Text"/> is the review's own wording, not a note that it is still to be entered.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record RecommendationText(
    string? Reference,
    int? Number,
    [property: FreeText] string? Text,
    bool? TextEntered,
    [property: FreeText] IReadOnlyList<string>? ResponsibleAgencies,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>
/// One of the review's 14 recommendations, all to agencies other than the council. Its wording is entered from the published review and
/// never made up: until then it says so.
/// </summary>
public sealed class Recommendation : Registered
{
    private Recommendation() { }

    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public bool TextEntered { get; private set; }

    public List<string> ResponsibleAgencies { get; private set; } = [];

    public static Result<Recommendation> Record(RecommendationText text, DateOnly today)
    {
        var recommendation = new Recommendation();
        return recommendation
            .Write(text, New(text, today))
            .With(() =>
            {
                recommendation.Enter(text, today);
                recommendation.Tell($"Recommendation {recommendation.Number} of the review", recommendation.KnownOn);
                return recommendation;
            });
    }

    public Result Correct(RecommendationText text, DateOnly today)
    {
        var entered = TextEntered;
        var written = Write(
            text,
            Corrected(text)
                .That(
                    !(entered && text.TextEntered == false),
                    "recommendation/text-entered",
                    "The review's wording has been entered: it can be corrected, not taken out.",
                    "textEntered"
                )
        );
        if (written.IsOk)
        {
            Reenter(text);
            if (!entered && TextEntered)
            {
                Tell($"Text of recommendation {Number} entered from the published review", today);
            }
        }

        return written;
    }

    private void Tell(string headline, DateOnly on) =>
        Raise(
            new RecommendationRecorded(
                Id,
                Reference,
                headline,
                on,
                on,
                Contracts.Workstreams.InstitutionalRacism,
                SharingLevel.Public,
                $"/oversight/recommendations/{Id}"
            )
        );

    private Result Write(RecommendationText text, Check check)
    {
        check
            .That(text.Number is >= 1 and <= 99, "recommendation/number", "Give the recommendation's number in the review.", "number")
            .Text(text.Text, "text", 4000)
            .That(
                text.ResponsibleAgencies is null || text.ResponsibleAgencies.All(a => !string.IsNullOrWhiteSpace(a) && a.Length <= 200),
                "recommendation/agencies",
                "Name each responsible agency in 200 characters or fewer.",
                "responsibleAgencies"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Number, Text, TextEntered) = (text.Number!.Value, text.Text!, text.TextEntered ?? TextEntered);
        if (!ResponsibleAgencies.SequenceEqual(text.ResponsibleAgencies ?? [], StringComparer.Ordinal))
        {
            ResponsibleAgencies = [.. text.ResponsibleAgencies ?? []];
        }

        return Result.Ok;
    }
}
