using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>What an ask says, as written or rewritten.</summary>
/// <param name="Letter">Reference of the letter that asks it.</param>
/// <param name="Text">What is asked.</param>
/// <param name="AskedOf">Organisation, or public office-holder.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record AskText(
    string? Reference,
    string? Letter,
    [property: FreeText] string? Text,
    string? AskedOf,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>Something a letter asks for, followed until it is met, partly met, refused or left without an answer.</summary>
public sealed class Ask : Entry, IAnswered
{
    private readonly List<Outcome> _outcomes = [];

    private Ask() { }

    public string Letter { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string AskedOf { get; private set; } = "";

    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>When something was last appended to it: the row, and with it the ETag, changes with each of its parts.</summary>
    public DateTimeOffset? AppendedAt { get; private set; }

    /// <param name="text">What is asked.</param>
    /// <param name="askedOn">The letter's date.</param>
    /// <param name="today">In London.</param>
    public static Result<Ask> Record(AskText text, DateOnly? askedOn, DateOnly today)
    {
        var ask = new Ask();
        return ask.Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                ask.Enter(text, today);
                ask.RaiseRecorded("Asked", askedOn, ask.KnownOn, OutcomeStatus.Open);
                return ask;
            });
    }

    public Result Correct(AskText text)
    {
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded("Asked", null, KnownOn, _outcomes.Latest()?.Status ?? OutcomeStatus.Open);
        }

        return written;
    }

    /// <summary>Records what became of it.</summary>
    public Result Answer(OutcomeReport report, DateOnly today, DateTimeOffset now)
    {
        var outcome = Correspondence.Outcomes.Of(report, today, now);
        if (!outcome.IsOk)
        {
            return outcome.Outcome;
        }

        _outcomes.Add(outcome.Value);
        AppendedAt = now;
        RaiseRecorded($"Ask {OutcomeWords.Of(report.Status)}", report.On, outcome.Value.KnownOn, report.Status);
        return Result.Ok;
    }

    public OutcomeStatus StatusAsAt(DateOnly asAt) => _outcomes.AsAt(asAt)?.Status ?? OutcomeStatus.Open;

    private void RaiseRecorded(string what, DateOnly? on, DateOnly knownOn, OutcomeStatus status) =>
        Raise(
            new AskRecorded(
                Id,
                Reference,
                Headline.Of(what, Text),
                on,
                knownOn,
                Workstreams.PoliceTrustAndConfidence,
                Sharing,
                $"/police-action-plan/asks/{Id}",
                status.ToString()
            )
        );

    private Result Write(AskText text, Check check)
    {
        if (check.Text(text.Letter, "letter", 40).Text(text.Text, "text", 2000).Text(text.AskedOf, "askedOf", 300).Failed)
        {
            return check.Result;
        }

        (Letter, Text, AskedOf) = (text.Letter!, text.Text!, text.AskedOf!);
        return Result.Ok;
    }
}

internal static class OutcomeWords
{
    public static string Of(OutcomeStatus status) =>
        status switch
        {
            OutcomeStatus.Open => "open",
            OutcomeStatus.Met => "met",
            OutcomeStatus.PartlyMet => "partly met",
            OutcomeStatus.Refused => "refused",
            _ => "left without an answer",
        };
}
