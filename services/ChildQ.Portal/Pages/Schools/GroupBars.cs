namespace ChildQ.Portal.Pages.Schools;

/// <summary>One group: its share of the school's pupils beside its share of something else. A share that is withheld has no bar.</summary>
public sealed record GroupBar(string Group, decimal? OfPupils, decimal? OfOthers);

/// <summary>A chart of groups, drawn without script. The same numbers stand in a table beside it.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Others">What the second bar counts: "of those heard".</param>
public sealed record GroupBars(string Id, string Title, string Others, IReadOnlyList<GroupBar> Groups)
{
    /// <summary>Height of one group's two bars, in the drawing's own units.</summary>
    public const int RowHeight = 44;

    /// <summary>Where the bars begin, to the right of the names.</summary>
    public const int Left = 300;

    /// <summary>Width of 100 per cent.</summary>
    public const int Whole = 400;

    public int Height => Math.Max(1, Groups.Count) * RowHeight;

    public static int Width(decimal percent) => (int)Math.Round(Math.Clamp(percent, 0, 100) * Whole / 100);
}

/// <summary>A number of people as a service answers: withheld where it has no value.</summary>
public sealed record ShownCount(int? Value, bool Suppressed)
{
    /// <summary>The Government Statistical Service's symbol for "confidential" stands for a number that is withheld.</summary>
    public override string ToString() => Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "[c]";
}

/// <summary>A share as a cell.</summary>
public static class Shares
{
    public static string Of(decimal? percent) =>
        percent is { } share ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share:0.#}%") : "[c]";
}

/// <summary>The dimensions and groups in which schools count people, as the service has them.</summary>
public static class PupilGroups
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["yearGroup"] = ["reception", .. Enumerable.Range(1, 13).Select(y => $"year{y}")],
            ["ethnicGroup"] =
            [
                "bangladeshi",
                "chinese",
                "indian",
                "pakistani",
                "otherAsian",
                "african",
                "caribbean",
                "otherBlack",
                "whiteAndAsian",
                "whiteAndBlackAfrican",
                "whiteAndBlackCaribbean",
                "otherMixed",
                "englishWelshScottishNorthernIrishOrBritish",
                "irish",
                "gypsyOrIrishTraveller",
                "roma",
                "otherWhite",
                "arab",
                "anyOther",
            ],
            ["send"] = ["noIdentifiedNeed", "sendSupport", "educationHealthAndCarePlan"],
            ["pupilPremium"] = ["yes", "no"],
            ["sex"] = ["female", "male"],
        };

    /// <summary>What was filled in, as the service takes it.</summary>
    public static IReadOnlyList<object> Written(IReadOnlyDictionary<string, int?> counts) =>
        [
            .. counts
                .Where(c => c.Value is > 0 && c.Key.Contains('.', StringComparison.Ordinal))
                .Select(c => new
                {
                    Dimension = c.Key.Split('.')[0],
                    Group = c.Key.Split('.')[1],
                    Count = c.Value,
                }),
        ];
}

/// <summary>The fields for groups of some dimensions, as filled in so far.</summary>
public sealed record GroupFields(IReadOnlyList<string> Dimensions, IReadOnlyDictionary<string, int?> Counts);
