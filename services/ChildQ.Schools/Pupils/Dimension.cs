using System.Text.Json;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Pupils;

/// <summary>By what people are counted. Never more than one at a time: two together would come close to naming someone.</summary>
public enum Dimension
{
    YearGroup,
    EthnicGroup,
    Send,
    PupilPremium,
    Sex,
}

/// <summary>The groups of each dimension, as words: <c>year7</c>, <c>caribbean</c>, <c>sendSupport</c>, <c>yes</c>, <c>female</c>.</summary>
public static class Groups
{
    /// <summary>In every dimension: those of whom it is not known.</summary>
    public const string NotKnown = "notKnown";

    private static readonly Dictionary<Dimension, IReadOnlyList<string>> All = new()
    {
        [Dimension.YearGroup] = Words<YearGroup>(),
        [Dimension.EthnicGroup] = Words<EthnicGroup>(),
        [Dimension.Send] = Words<Send>(),
        [Dimension.PupilPremium] = Words<Known>(),
        [Dimension.Sex] = Words<Sex>(),
    };

    public static IReadOnlyList<string> Of(Dimension dimension) => All[dimension];

    /// <summary>The group that is meant, however it is spaced and capitalised; none where there is no such group.</summary>
    public static string? Named(Dimension dimension, string? text)
    {
        var plain = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit));
        return All[dimension].FirstOrDefault(group => group.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}

/// <summary>How many of a group, as written.</summary>
/// <param name="Group">A word of <see cref="Groups"/>.</param>
public sealed record GroupText(Dimension Dimension, string? Group, int Count);

/// <summary>How many of a group there were. Leaves this service only through suppression.</summary>
public sealed class GroupCount
{
    private GroupCount() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Dimension Dimension { get; private init; }

    public string Group { get; private init; } = "";

    public int Count { get; private init; }

    internal static List<GroupCount> Of(IEnumerable<GroupText>? texts) =>
        [
            .. (texts ?? []).Select(t => new GroupCount
            {
                Dimension = t.Dimension,
                Group = Groups.Named(t.Dimension, t.Group)!,
                Count = t.Count,
            }),
        ];

    /// <summary>Groups that exist, each once, and no more people in one dimension than there were in all.</summary>
    internal static Check Check(Check check, IReadOnlyList<GroupText>? texts, int all) =>
        texts is null
            ? check
            : check
                .That(
                    texts.All(t => Enum.IsDefined(t.Dimension) && Groups.Named(t.Dimension, t.Group) is not null),
                    "group/unknown",
                    "Choose groups from the list.",
                    "groups"
                )
                .That(
                    texts.DistinctBy(t => (t.Dimension, (t.Group ?? "").ToUpperInvariant())).Count() == texts.Count,
                    "list/twice",
                    "Each may be there once only.",
                    "groups"
                )
                .That(texts.All(t => t.Count >= 0), "group/negative", "A number of people is 0 or more.", "groups")
                .That(
                    texts.GroupBy(t => t.Dimension).All(d => d.Sum(t => (long)t.Count) <= all),
                    "group/more-than-all",
                    "The groups of one kind add up to more people than there were.",
                    "groups"
                );
}
