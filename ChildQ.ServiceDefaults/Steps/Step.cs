using ChildQ.Contracts;
using ChildQ.Contracts.Steps;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.ServiceDefaults.Steps;

/// <summary>What kind of planned step.</summary>
public enum StepKind
{
    Step,
    Commitment,
    Training,
    Conference,
    Session,
    Meeting,
    Offer,
    Role,
    Charter,
}

/// <summary>What a step says, as written or rewritten.</summary>
/// <param name="Section">The part of the workstream it belongs to, for example "Hackney inclusion charter".</param>
/// <param name="Owner">A post, team or organisation; never a private person.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record StepText(
    string? Reference,
    string? Workstream,
    [property: FreeText] string? Section,
    StepKind Kind,
    [property: FreeText] string? Title,
    [property: FreeText] string? Detail,
    [property: FreeText] string? Owner,
    DateOnly? Due,
    [property: FreeText] string? DueText,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IFreeText;

/// <summary>A step that a workstream has said it will take: the promise of a lead, kept true by dated progress.</summary>
public sealed class Step : Promise
{
    private Step() { }

    public string? Section { get; private set; }

    public StepKind Kind { get; private set; }

    public string? Detail { get; private set; }

    public string? Owner { get; private set; }

    /// <summary>Puts a step on record.</summary>
    public static Result<Step> Plan(StepText text, DateOnly today)
    {
        var step = new Step { KnownOn = text.KnownOn ?? today };
        return step.Write(text)
            .With(() =>
            {
                step.FirstDue = step.Due = text.Due;
                step.DueText = text.DueText;
                step.Raise(
                    new StepAdded(
                        step.Id,
                        step.Reference,
                        step.Title,
                        step.Due,
                        step.KnownOn,
                        step.Workstream,
                        SharingLevel.Public,
                        step.Path
                    )
                );
                return step;
            });
    }

    /// <summary>Corrects the words. The due date is not among them: it moves with a reason (<see cref="Promise.MoveDue"/>).</summary>
    public Result Correct(StepText text) => Write(text);

    protected override void RaiseProgressed(Progress progress) =>
        Raise(
            new StepProgressed(
                Id,
                Reference,
                $"{Title}: {progress.Status switch { PromiseStatus.NotStarted => "not started", PromiseStatus.UnderWay => "under way", PromiseStatus.Done => "done", _ => "stopped" }}",
                progress.On,
                progress.KnownOn,
                Workstream,
                SharingLevel.Public,
                Path,
                progress.Status.ToString()
            )
        );

    protected override void RaiseDueMoved(DueDateMove move) =>
        Raise(
            new StepDueDateMoved(
                Id,
                Reference,
                $"Due date moved: {Title}",
                move.MovedOn,
                move.MovedOn,
                Workstream,
                SharingLevel.Public,
                Path,
                move.From,
                move.To,
                move.Reason
            )
        );

    private string Path => $"/steps/{Workstream}/{Id}";

    private Result Write(StepText text)
    {
        var check = new Check()
            .Text(text.Reference, "reference", 40)
            .Text(text.Title, "title")
            .OptionalText(text.Section, "section", 200)
            .OptionalText(text.Detail, "detail")
            .OptionalText(text.Owner, "owner", 300)
            .OptionalText(text.DueText, "dueText", 200)
            .OptionalText(text.Source, "source", 300)
            .That(
                text.Workstream is not null && Workstreams.All.Contains(text.Workstream, StringComparer.Ordinal),
                "step/workstream",
                $"Choose a workstream: {string.Join(", ", Workstreams.All)}.",
                "workstream"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Reference, Title, Workstream, Section, Kind) = (text.Reference!, text.Title!, text.Workstream!, text.Section, text.Kind);
        (Detail, Owner, Source) = (text.Detail, text.Owner, text.Source);
        return Result.Ok;
    }
}
