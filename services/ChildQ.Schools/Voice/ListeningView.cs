using ChildQ.Contracts;
using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Voice;

/// <summary>A group that was heard, without a number: numbers by group stand only in the representation, where they are suppressed together.</summary>
public sealed record HeardGroup(Dimension Dimension, string Group);

/// <summary>What the school did in answer.</summary>
/// <param name="KnownOn">London date on which the school said so.</param>
public sealed record AnswerView(DateOnly On, string Did, DateOnly KnownOn);

/// <summary>Views heard, as shown as at a date to somebody who may read them.</summary>
/// <param name="TookPart">Suppressed from 1 to 4.</param>
/// <param name="Groups">Groups of which as many took part as may be shown; smaller ones are not named.</param>
/// <param name="UnansweredSince">London date since when they wait for an answer; none where they have one.</param>
/// <param name="UnansweredDays">Whole days of waiting.</param>
/// <param name="Kept">The caller may answer and withdraw it.</param>
public sealed record ListeningView(
    Guid Id,
    int Urn,
    string School,
    Whose Whose,
    DateOnly On,
    Way How,
    SuppressedCount TookPart,
    IReadOnlyList<HeardGroup> Groups,
    IReadOnlyList<string> Themes,
    string? Said,
    SharingLevel Sharing,
    IReadOnlyList<AnswerView> Answers,
    DateOnly? UnansweredSince,
    int? UnansweredDays,
    bool Kept,
    DateOnly KnownOn,
    DateOnly? WithdrawnOn,
    string? WithdrawnBecause
)
{
    internal static ListeningView Of(Listening l, string school, SmallNumbers small, bool kept, DateOnly asAt)
    {
        var since = l.UnansweredSince(asAt);
        var withdrawn = l.WithdrawnOn <= asAt;
        return new(
            l.Id,
            l.Urn,
            school,
            l.Whose,
            l.On,
            l.How,
            small.Of(l.TookPart),
            [
                .. l
                    .Groups.Where(g => g.Count >= small.Threshold && g.Group != Pupils.Groups.NotKnown)
                    .OrderBy(g => g.Dimension)
                    .ThenBy(g => g.Group, StringComparer.Ordinal)
                    .Select(g => new HeardGroup(g.Dimension, g.Group)),
            ],
            l.Themes,
            l.Said,
            l.Sharing,
            [
                .. l
                    .Answers.Where(a => a.KnownOn <= asAt)
                    .OrderBy(a => a.On)
                    .ThenBy(a => a.Id)
                    .Select(a => new AnswerView(a.On, a.Did, a.KnownOn)),
            ],
            since,
            since is { } day ? asAt.DayNumber - day.DayNumber : null,
            kept,
            l.KnownOn,
            withdrawn ? l.WithdrawnOn : null,
            withdrawn ? l.WithdrawnBecause : null
        );
    }
}

/// <summary>Views heard as one row of CSV, as the reader may see them; <c>[c]</c> stands for a number that is suppressed.</summary>
public sealed record ListeningRow(
    [property: CsvColumn("urn")] int Urn,
    string School,
    Whose Whose,
    DateOnly On,
    Way How,
    string TookPart,
    string[] Groups,
    string[] Themes,
    string? Said,
    SharingLevel Sharing,
    string[] Answers,
    DateOnly? UnansweredSince,
    DateOnly? WithdrawnOn
)
{
    internal static ListeningRow Of(ListeningView l) =>
        new(
            l.Urn,
            l.School,
            l.Whose,
            l.On,
            l.How,
            l.TookPart.ToString(),
            [.. l.Groups.Select(g => $"{g.Dimension}: {g.Group}")],
            [.. l.Themes],
            l.Said,
            l.Sharing,
            [.. l.Answers.Select(a => $"{a.On:yyyy-MM-dd} {a.Did}")],
            l.UnansweredSince,
            l.WithdrawnOn
        );
}
