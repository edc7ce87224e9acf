using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Oversight.Recommendations;

/// <summary>A recommendation as shown.</summary>
public sealed record RecommendationView(
    Guid Id,
    string Reference,
    int Number,
    string Text,
    bool TextEntered,
    IReadOnlyList<string> ResponsibleAgencies,
    DateOnly KnownOn,
    string? Source
);

/// <summary>A recommendation as one row of CSV.</summary>
public sealed record RecommendationRow(
    string Reference,
    int Number,
    string Text,
    bool TextEntered,
    string[] ResponsibleAgencies,
    DateOnly? KnownOn,
    string? SourceSection
);

public static class RecommendationEndpoints
{
    public static void MapRecommendations(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<Recommendation, RecommendationText, RecommendationRow, RecommendationView>
            {
                Name = "recommendations",
                What = "recommendation",
                Make = Recommendation.Record,
                Correct = (recommendation, text, today) => recommendation.Correct(text, today),
                View = r => new(r.Id, r.Reference, r.Number, r.Text, r.TextEntered, r.ResponsibleAgencies, r.KnownOn, r.Source),
                Row = r => new(r.Reference, r.Number, r.Text, r.TextEntered, [.. r.ResponsibleAgencies], r.KnownOn, r.Source),
                Text = r => new(r.Reference, r.Number, r.Text, r.TextEntered, r.ResponsibleAgencies, r.KnownOn, r.SourceSection),
                RowReference = r => r.Reference,
                Searched = r => r.Text,
                Keep = Can.KeepRegisters,
                Import = Can.Import,
            }
        );
}
