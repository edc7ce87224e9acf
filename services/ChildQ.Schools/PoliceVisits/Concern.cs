using System.Globalization;
using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Where a concern stands.</summary>
public enum ConcernState
{
    Raised,
    TakenUp,
    Closed,
}

/// <summary>What a concern came to.</summary>
public enum ConcernOutcome
{
    SafeguardsWereThere,
    LearningForTheSchool,
    LearningForPolice,
    ReferredToChildrensSocialCare,
    ReferredToDesignatedOfficer,
    ComplaintToPolice,
}

/// <summary>
/// A search lacked a safeguard. Raised in the very transaction that records the search; handled by the safeguarding lead to closure. What others
/// are told of it holds the month and the safeguards, never the school, the day or anything of the child.
/// </summary>
public sealed class Concern : Entity
{
    private readonly List<ConcernStep> _steps = [];

    private Concern() { }

    /// <summary>At random, so that it tells neither when it was raised nor how many there are: <c>SCH-CON-1A2B3C4D</c>.</summary>
    public string Reference { get; private init; } = "";

    public Guid SearchId { get; private init; }

    public Search Search { get; private init; } = null!;

    /// <summary>Everything that was ever found missing.</summary>
    public List<Safeguard> Missing { get; private set; } = [];

    /// <summary>London date.</summary>
    public DateOnly RaisedOn { get; private init; }

    /// <summary>London date by the end of which it is to be taken up: one working day after it was raised.</summary>
    public DateOnly TakeUpBy { get; private init; }

    public DateOnly? TakenUpOn { get; private set; }

    /// <summary>The account of whoever took it up: an opaque id, never a name.</summary>
    public string? TakenUpBy { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public ConcernOutcome? Outcome { get; private set; }

    /// <summary>What others should learn from it, written to be read by the schools lead.</summary>
    public string? Learning { get; private set; }

    /// <summary>London date on which oversight was told that it is late.</summary>
    public DateOnly? DelayToldOn { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<ConcernStep> Steps => _steps;

    public static Concern Raise(Search search, IReadOnlyList<Safeguard> missing, DateOnly today, DateTimeOffset now)
    {
        var concern = new Concern
        {
            Reference = $"SCH-CON-{Guid.NewGuid().ToString("N")[..8].ToUpperInvariant()}",
            SearchId = search.Id,
            Search = search,
            Missing = [.. missing],
            RaisedOn = today,
            TakeUpBy = today.AddWorkingDays(1),
            ChangedAt = now,
        };
        concern.Tell(today);
        return concern;
    }

    /// <summary>A correction of the search shows that more was missing.</summary>
    public void Widen(IReadOnlyList<Safeguard> missing, DateOnly today, DateTimeOffset now)
    {
        if (missing.All(Missing.Contains))
        {
            return;
        }

        (Missing, ChangedAt) = ([.. Missing.Union(missing).Order()], now);
        Tell(today);
    }

    public ConcernState StateAsAt(DateOnly asAt) =>
        ClosedOn <= asAt ? ConcernState.Closed
        : TakenUpOn <= asAt ? ConcernState.TakenUp
        : ConcernState.Raised;

    /// <summary>Whether it had waited too long to be taken up; of one taken up late, until then.</summary>
    public bool IsOverdue(DateOnly asAt) => asAt > TakeUpBy && StateAsAt(asAt) == ConcernState.Raised;

    public Result Take(string handler, DateOnly today, DateTimeOffset now)
    {
        if (TakenUpOn is not null)
        {
            return Rule.Broken("concern/already-taken-up", "Somebody has taken this up already.");
        }

        (TakenUpOn, TakenUpBy, ChangedAt) = (today, handler, now);
        return Result.Ok;
    }

    /// <summary>Adds what was done.</summary>
    /// <param name="on">London date on which it was done; today unless said.</param>
    public Result Add(string? note, DateOnly? on, string handler, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .And(Open())
            .Text(note, "note", 4000)
            .That(on is null || on <= today, "concern/step-in-the-future", "A step is put on record once it has been taken.", "on")
            .That(on is null || on >= RaisedOn, "concern/step-before-raised", "A step cannot lie before the concern was raised.", "on");
        if (check.Failed)
        {
            return check.Result;
        }

        _steps.Add(new(Id, on ?? today, note!, handler, today, now));
        ChangedAt = now;
        return Result.Ok;
    }

    public Result Close(ConcernOutcome? outcome, string? learning, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .And(Open())
            .That(outcome is not null, "input/required", "Choose an outcome.", "outcome")
            .Text(learning, "learning", 4000)
            .That(_steps.Count > 0, "concern/no-step", "Put on record what was done before closing it.");
        if (check.Failed)
        {
            return check.Result;
        }

        (ClosedOn, Outcome, Learning, ChangedAt) = (today, outcome, learning, now);
        Raise(
            new SearchConcernClosed(
                Id,
                Reference,
                "A concern about a search in a school was closed",
                today,
                today,
                Workstreams.Schools,
                SharingLevel.CouncilOnly,
                Path: null,
                JsonWord(outcome!.Value)
            )
        );
        return Result.Ok;
    }

    /// <summary>Tells oversight, once, that nobody took it up in time.</summary>
    public void TellDelay(DateOnly today)
    {
        if (DelayToldOn is not null || !IsOverdue(today))
        {
            return;
        }

        DelayToldOn = today;
        Raise(
            new SearchConcernDelayed(
                Id,
                Reference,
                "A concern about a search in a school was not taken up within one working day",
                TakeUpBy,
                today,
                Workstreams.Schools,
                SharingLevel.CouncilOnly,
                Path: null
            )
        );
    }

    private Result Open() =>
        ClosedOn is not null ? Rule.Broken("concern/closed", "This concern is closed.")
        : TakenUpOn is null ? Rule.Broken("concern/not-taken-up", "Take it up first.")
        : Result.Ok;

    private void Tell(DateOnly today)
    {
        var month = new DateOnly(Search.Visit.Details.On.Year, Search.Visit.Details.On.Month, 1);
        var inWords = month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        Raise(
            new SearchConcernRaised(
                Id,
                Reference,
                $"A search in a school in {inWords} lacked, or is not known to have had: {SafeguardRules.WordsOf(Missing)}",
                month,
                today,
                Workstreams.Schools,
                SharingLevel.CouncilOnly,
                Path: null,
                month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                [.. Missing.Select(m => JsonWord(m))]
            )
        );
    }

    private static string JsonWord<T>(T word)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

/// <summary>What was done about a concern, seen by the safeguarding lead only. Appended, never changed.</summary>
public sealed class ConcernStep : Entity
{
    private ConcernStep() { }

    internal ConcernStep(Guid concernId, DateOnly on, string note, string handler, DateOnly recordedOn, DateTimeOffset at) =>
        (ConcernId, On, Note, Handler, RecordedOn, RecordedAt) = (concernId, on, note, handler, recordedOn, at);

    public Guid ConcernId { get; private init; }

    /// <summary>London date on which it was done.</summary>
    public DateOnly On { get; private init; }

    public string Note { get; private init; } = "";

    /// <summary>The account of whoever did it.</summary>
    public string Handler { get; private init; } = "";

    /// <summary>London date from which it was known.</summary>
    public DateOnly RecordedOn { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }
}
