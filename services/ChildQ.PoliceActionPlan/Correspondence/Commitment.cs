using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>What a commitment says, as written or rewritten.</summary>
/// <param name="Letter">Reference of the letter that makes it; none where it was made elsewhere.</param>
/// <param name="Text">What was committed to.</param>
/// <param name="MadeBy">Organisation, or public office-holder.</param>
/// <param name="Due">As first promised; afterwards it moves only with a reason.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record CommitmentText(
    string? Reference,
    string? Letter,
    [property: FreeText] string? Text,
    string? MadeBy,
    DateOnly? Due,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>Something that somebody bound themselves to, in a letter or elsewhere, followed until it is met or refused.</summary>
public sealed class Commitment : DatedEntry, IAnswered
{
    private readonly List<Outcome> _outcomes = [];

    private Commitment() { }

    public string? Letter { get; private set; }

    public string Text { get; private set; } = "";

    public string MadeBy { get; private set; } = "";

    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <param name="text">What was committed to.</param>
    /// <param name="madeOn">The letter's date.</param>
    /// <param name="today">In London.</param>
    public static Result<Commitment> Record(CommitmentText text, DateOnly? madeOn, DateOnly today)
    {
        var commitment = new Commitment();
        return commitment
            .Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                commitment.Enter(text, today);
                commitment.FirstPromise(text.Due);
                commitment.RaiseRecorded("Committed", madeOn, commitment.KnownOn);
                return commitment;
            });
    }

    /// <summary>Corrects the words. The due date is not among them: it moves with a reason.</summary>
    public Result Correct(CommitmentText text)
    {
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded("Committed", null, KnownOn);
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
        RaiseRecorded($"Commitment {OutcomeWords.Of(report.Status)}", report.On, outcome.Value.KnownOn, report.Status);
        return Result.Ok;
    }

    public OutcomeStatus StatusAsAt(DateOnly asAt) => _outcomes.AsAt(asAt)?.Status ?? OutcomeStatus.Open;

    /// <summary>Past its due date and neither met nor refused, as at a date. Computed, never typed.</summary>
    public bool IsOverdue(DateOnly asAt) => DueAsAt(asAt) < asAt && StatusAsAt(asAt) is not (OutcomeStatus.Met or OutcomeStatus.Refused);

    /// <summary>What a row of a file says of its due date: the one on record, or it needs a reason.</summary>
    internal Result HasDue(DateOnly? due) => SameDue(due);

    protected override bool IsSettled => _outcomes.Latest()?.Status is OutcomeStatus.Met or OutcomeStatus.Refused;

    protected override void RaiseDueMoved(DateOnly on) => RaiseRecorded("Due date of a commitment moved", on, on);

    private void RaiseRecorded(string what, DateOnly? on, DateOnly knownOn, OutcomeStatus? status = null) =>
        Raise(
            new CommitmentRecorded(
                Id,
                Reference,
                Headline.Of(what, Text),
                on,
                knownOn,
                Workstreams.PoliceTrustAndConfidence,
                Sharing,
                $"/police-action-plan/commitments/{Id}",
                (status ?? _outcomes.Latest()?.Status ?? OutcomeStatus.Open).ToString()
            )
        );

    private Result Write(CommitmentText text, Check check)
    {
        if (check.OptionalText(text.Letter, "letter", 40).Text(text.Text, "text", 2000).Text(text.MadeBy, "madeBy", 300).Failed)
        {
            return check.Result;
        }

        (Letter, Text, MadeBy) = (text.Letter, text.Text!, text.MadeBy!);
        return Result.Ok;
    }
}
