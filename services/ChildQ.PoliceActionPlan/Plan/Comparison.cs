using System.Globalization;
using ChildQ.PoliceActionPlan.Comparing;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>How one thing that is said changed, as a whole and word by word.</summary>
/// <param name="Field">What is said: <c>title</c>, <c>commitment</c>, <c>owners</c>, <c>due</c> and so on.</param>
public sealed record FieldChange(string Field, string? Was, string? Is, IReadOnlyList<Words> ByWord);

/// <summary>How a priority or an action changed.</summary>
/// <param name="Priority">Reference of the priority it stands under, in the later version where it is in that; a priority stands under none.</param>
public sealed record ItemChange(string Reference, string? Priority, string Title, ChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>How many actions changed how.</summary>
public sealed record ChangeCounts(int Added, int Removed, int Changed, int Same);

/// <summary>What changed from one version of the plan to another. What is the same in both is only counted.</summary>
public sealed record Comparison(ChangeCounts Actions, IReadOnlyList<ItemChange> Priorities, IReadOnlyList<ItemChange> ActionChanges)
{
    public static Comparison Of(PlanText was, PlanText now)
    {
        var priorities = Items(was.Priorities, now.Priorities, p => p.Reference, p => p.Title, _ => null, Said);
        var actions = Items(Under(was), Under(now), a => a.Action.Reference, a => a.Action.Title, a => a.Priority, Said);
        int With(ChangeKind kind) => actions.Count(a => a.Kind == kind);
        return new(
            new(With(ChangeKind.Added), With(ChangeKind.Removed), With(ChangeKind.Changed), With(ChangeKind.Same)),
            priorities.FindAll(p => p.Kind != ChangeKind.Same),
            actions.FindAll(a => a.Kind != ChangeKind.Same)
        );
    }

    private static IEnumerable<(string Priority, PlannedAction Action)> Under(PlanText text) =>
        text.Priorities.SelectMany(p => p.Actions.Select(a => (p.Reference, a)));

    private static List<ItemChange> Items<T>(
        IEnumerable<T> was,
        IEnumerable<T> now,
        Func<T, string> reference,
        Func<T, string> title,
        Func<T, string?> priority,
        Func<T, IEnumerable<(string Field, string? Text)>> said
    )
    {
        var before = was.ToDictionary(reference, StringComparer.Ordinal);
        var after = now.ToDictionary(reference, StringComparer.Ordinal);
        return
        [
            .. before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key =>
                {
                    var isBefore = before.TryGetValue(key, out var old);
                    var isAfter = after.TryGetValue(key, out var fresh);
                    var fields = (isBefore ? said(old!) : Blank(said(fresh!)))
                        .Zip(isAfter ? said(fresh!) : Blank(said(old!)))
                        .Where(pair => pair.First.Text != pair.Second.Text)
                        .Select(pair => new FieldChange(
                            pair.First.Field,
                            pair.First.Text,
                            pair.Second.Text,
                            Words.Compare(pair.First.Text, pair.Second.Text)
                        ))
                        .ToList();
                    var kind =
                        !isBefore ? ChangeKind.Added
                        : !isAfter ? ChangeKind.Removed
                        : fields.Count == 0 ? ChangeKind.Same
                        : ChangeKind.Changed;
                    var shown = isAfter ? fresh! : old!;
                    return new ItemChange(key, priority(shown), title(shown), kind, fields);
                }),
        ];
    }

    private static IEnumerable<(string Field, string? Text)> Blank(IEnumerable<(string Field, string? Text)> said) =>
        said.Select(s => (s.Field, (string?)null));

    private static IEnumerable<(string Field, string? Text)> Said(PlannedPriority p) =>
        [("title", p.Title), ("description", p.Description)];

    private static IEnumerable<(string Field, string? Text)> Said((string Priority, PlannedAction Action) under)
    {
        var a = under.Action;
        return
        [
            ("priority", under.Priority),
            ("title", a.Title),
            ("commitment", a.Commitment),
            ("owners", string.Join(", ", a.Owners)),
            ("outcomeMeasure", a.OutcomeMeasure),
            ("baseline", a.Baseline),
            ("target", a.Target),
            ("start", Day(a.Start)),
            ("due", Day(a.Due)),
            ("dueText", a.DueText),
        ];
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
