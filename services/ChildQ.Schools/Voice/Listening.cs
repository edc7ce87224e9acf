using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;

namespace ChildQ.Schools.Voice;

/// <summary>Whose views were heard.</summary>
public enum Whose
{
    Child,
    ParentOrCarer,
}

/// <summary>How they were heard.</summary>
public enum Way
{
    Survey,
    FocusGroup,
    SchoolCouncil,
    OneToOne,
    Assembly,
}

/// <summary>A school's listening, as written.</summary>
/// <param name="Urn">The school; a <c>school</c> user's own where left out.</param>
/// <param name="Groups">Of those who took part, how many of each group; of parents and carers, the groups of their children.</param>
/// <param name="Themes">References of community engagement's coding frame.</param>
/// <param name="Said">What was said, by nobody in particular. Screened for personal data.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record ListeningText(
    int? Urn,
    Whose Whose,
    DateOnly On,
    Way How,
    int TookPart,
    IReadOnlyList<GroupText>? Groups,
    IReadOnlyList<string>? Themes,
    [property: FreeText] string? Said,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IFreeText;

/// <summary>What a school did in answer, as written.</summary>
/// <param name="On">London date on which it was done; today where left out.</param>
public sealed record AnswerText([property: FreeText] string? Did, DateOnly? On, bool Confirmed = false) : IFreeText;

/// <summary>
/// A school listened to children, or to parents or carers: when, how, to which groups, what was said, and what the school did in answer.
/// What was recorded stays; answers are appended, and what was recorded wrongly is withdrawn with a reason.
/// </summary>
public sealed class Listening : Entity, IShared
{
    private const int MostPeople = 20_000;

    private Listening() { }

    public Guid SchoolId { get; private init; }

    public int Urn { get; private init; }

    public Whose Whose { get; private init; }

    /// <summary>London date on which they were heard.</summary>
    public DateOnly On { get; private init; }

    public Way How { get; private init; }

    public int TookPart { get; private init; }

    public List<GroupCount> Groups { get; private init; } = [];

    public List<string> Themes { get; private init; } = [];

    public string? Said { get; private init; }

    public SharingLevel Sharing { get; private init; }

    /// <summary>London date from which it was on record.</summary>
    public DateOnly KnownOn { get; private init; }

    public List<Answer> Answers { get; private set; } = [];

    /// <summary>London date from which it no longer counts, because it was recorded wrongly.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    /// <summary>Puts on record that a school listened.</summary>
    public static Result<Listening> Record(ListeningText text, School school, DateOnly today)
    {
        var check = new Check()
            .That(text.On <= today, "listening/in-the-future", "Views are recorded once they have been heard.", "on")
            .That(Enum.IsDefined(text.Whose), "input/required", "Choose whose views these are.", "whose")
            .That(Enum.IsDefined(text.How), "input/required", "Choose how they were heard.", "how")
            .That(
                text.TookPart is >= 1 and <= MostPeople,
                "listening/nobody",
                $"Enter how many took part: from 1 to {MostPeople}.",
                "tookPart"
            )
            .That(
                text.How != Way.OneToOne || text.TookPart == 1,
                "listening/one-to-one",
                "A one-to-one is with one person: record each by itself.",
                "tookPart"
            )
            .That(text.Themes is null || text.Themes.Count <= 50, "list/too-long", "Give 50 or fewer.", "themes")
            .That(
                text.Themes?.All(t => t.Length is > 0 and <= 40 && t.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) != false,
                "reference/form",
                "A reference holds letters, digits and hyphens, for example ENG-THE-012.",
                "themes"
            )
            .OptionalText(text.Said, "said")
            .That(text.Sharing is not null, "input/required", "Choose a sharing level.", "sharing");
        GroupCount.Check(check, text.Groups, text.TookPart);
        return check.Result.With(() =>
            new Listening
            {
                SchoolId = school.Id,
                Urn = school.Urn,
                Whose = text.Whose,
                On = text.On,
                How = text.How,
                TookPart = text.TookPart,
                Groups = GroupCount.Of(text.Groups),
                Themes = [.. (text.Themes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Said = text.Said,
                Sharing = text.Sharing!.Value,
                KnownOn = today,
            }
        );
    }

    /// <summary>Says what the school did in answer. Further answers may follow; none is taken back.</summary>
    public Result AnswerWith(AnswerText text, DateOnly today)
    {
        var on = text.On ?? today;
        var check = new Check()
            .Text(text.Did, "did", 2000)
            .That(on <= today, "answer/in-the-future", "Say what was done once it has been done.", "on")
            .That(on >= On, "answer/before-listening", "An answer comes after the views that it answers.", "on")
            .That(WithdrawnOn is null, "listening/withdrawn", "This has been withdrawn: there is nothing to answer.");
        if (check.Failed)
        {
            return check.Result;
        }

        var first = Answers.Count == 0;
        Answers.Add(new(on, text.Did!, today));
        if (first && !Sharing.IsRestricted())
        {
            Raise(
                new ViewsAnswered(
                    Id,
                    "SCH-VOICE",
                    Whose == Whose.Child ? "A school answered children's views" : "A school answered parents' and carers' views",
                    on,
                    today,
                    Workstreams.Schools,
                    SharingLevel.Partners,
                    Path: null
                )
            );
        }

        return Result.Ok;
    }

    /// <summary>Takes back what was recorded wrongly. It stays on record as it was known until then.</summary>
    public Result Withdraw(string? because, DateOnly today)
    {
        var check = new Check()
            .Text(because, "because", 500)
            .That(WithdrawnOn is null, "listening/withdrawn", "This has been withdrawn already.");
        if (!check.Failed)
        {
            (WithdrawnOn, WithdrawnBecause) = (today, because);
        }

        return check.Result;
    }

    /// <summary>Since when these views have waited for an answer, as at a date; none where they have one.</summary>
    public DateOnly? UnansweredSince(DateOnly asAt) => WithdrawnOn <= asAt || Answers.Any(a => a.KnownOn <= asAt) ? null : On;
}

/// <summary>What a school did in answer to views.</summary>
public sealed class Answer
{
    private Answer() { }

    internal Answer(DateOnly on, string did, DateOnly knownOn) => (On, Did, KnownOn) = (on, did, knownOn);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>London date on which it was done.</summary>
    public DateOnly On { get; private init; }

    public string Did { get; private init; } = "";

    /// <summary>London date on which the school said so.</summary>
    public DateOnly KnownOn { get; private init; }
}
