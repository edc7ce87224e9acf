namespace ChildQ.Portal.Pages.PoliceActionPlan;

/// <summary>A run of words that stand in both texts (<c>same</c>), were <c>added</c>, or <c>removed</c>.</summary>
public sealed record WordRun(string Kind, string Text);

/// <summary>The two sides of a comparison.</summary>
public static class WordRuns
{
    /// <summary>Nothing that was added.</summary>
    public static IEnumerable<WordRun> OfEarlier(this IEnumerable<WordRun> words) => words.Where(w => w.Kind != "added");

    /// <summary>Nothing that was taken out.</summary>
    public static IEnumerable<WordRun> OfLater(this IEnumerable<WordRun> words) => words.Where(w => w.Kind != "removed");
}
