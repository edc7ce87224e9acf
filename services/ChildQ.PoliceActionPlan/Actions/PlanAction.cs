using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>What an action says, as written or rewritten.</summary>
/// <param name="Priority">Reference of the priority it stands under.</param>
/// <param name="Commitment">What exactly the owners bind themselves to do.</param>
/// <param name="OwnerOrganisations">Keys of the organisations that own it, for example <c>metropolitan-police</c>; several own it jointly.</param>
/// <param name="Due">As first promised; afterwards it moves only with a reason.</param>
/// <param name="Workstream"><c>police-trust-and-confidence</c> unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record ActionText(
    string? Reference,
    string? Priority,
    [property: FreeText] string? Title,
    [property: FreeText] string? Commitment,
    IReadOnlyList<string>? OwnerOrganisations,
    [property: FreeText] string? OutcomeMeasure,
    [property: FreeText] string? Baseline,
    [property: FreeText] string? Target,
    DateOnly? Start,
    DateOnly? Due,
    [property: FreeText] string? DueText,
    string? Workstream,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>An action of the shared plan: a specific commitment, owned by one or more organisations, with the outcome it is measured by.</summary>
public sealed class PlanAction : Promise, IEntry
{
    private PlanAction() { }

    public string Priority { get; private set; } = "";

    public string Commitment { get; private set; } = "";

    public List<string> OwnerOrganisations { get; private set; } = [];

    public string? OutcomeMeasure { get; private set; }

    public string? Baseline { get; private set; }

    public string? Target { get; private set; }

    public DateOnly? Start { get; private set; }

    public SharingLevel Sharing { get; private set; }

    /// <summary>When progress or a move of the due date was last appended: the row, and with it the ETag, changes with each.</summary>
    public DateTimeOffset? AppendedAt { get; private set; }

    /// <summary>Puts an action into the plan.</summary>
    public static Result<PlanAction> Add(ActionText text, DateOnly today)
    {
        var action = new PlanAction
        {
            FirstDue = text.Due,
            Due = text.Due,
            DueText = text.DueText,
        };
        return action
            .Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                (action.Reference, action.KnownOn, action.Sharing) = (
                    text.Reference!,
                    text.KnownOn ?? today,
                    text.Sharing ?? SharingLevel.Partners
                );
                action.RaiseAdded();
                return action;
            });
    }

    /// <summary>Corrects the words. The due date is not among them: it moves with a reason (<see cref="Promise.MoveDue"/>).</summary>
    public Result Correct(ActionText text)
    {
        var becomesPublic = Sharing != SharingLevel.Public && text.Sharing == SharingLevel.Public;
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk)
        {
            (DueText, Sharing) = (text.DueText, text.Sharing ?? Sharing);
            if (becomesPublic)
            {
                RaiseAdded();
            }
        }

        return written;
    }

    /// <summary>Moves the due date, never to before the start.</summary>
    public Result Reschedule(DateOnly? to, string? reason, DateOnly today, DateTimeOffset now) =>
        new Check().Days(Start, to, "action/due-before-start", "It cannot be due before it starts.", "to").Result is { IsOk: false } refused
            ? refused
            : MoveDue(to, reason, today, now);

    public bool IsOwnedBy(string? organisation) =>
        organisation is not null && OwnerOrganisations.Contains(organisation, StringComparer.Ordinal);

    protected override void RaiseProgressed(Progress progress)
    {
        AppendedAt = progress.RecordedAt;
        Raise(
            new ActionProgressed(
                Id,
                Reference,
                $"{Title}: {Words(progress.Status)}",
                progress.On,
                progress.KnownOn,
                Workstream,
                Sharing,
                Path,
                progress.Status.ToString()
            )
        );
    }

    protected override void RaiseDueMoved(DueDateMove move)
    {
        AppendedAt = move.RecordedAt;
        Raise(
            new ActionDueDateMoved(
                Id,
                Reference,
                $"Due date moved: {Title}",
                move.MovedOn,
                move.MovedOn,
                Workstream,
                Sharing,
                Path,
                move.From,
                move.To,
                move.Reason
            )
        );
    }

    private string Path => $"/police-action-plan/actions/{Id}";

    private void RaiseAdded() => Raise(new ActionAdded(Id, Reference, Title, Due, KnownOn, Workstream, Sharing, Path));

    private Result Write(ActionText text, Check check)
    {
        var workstream = text.Workstream ?? Workstreams.PoliceTrustAndConfidence;
        var owners = text.OwnerOrganisations ?? [];
        check
            .Text(text.Priority, "priority", 40)
            .Text(text.Title, "title")
            .Text(text.Commitment, "commitment", 4000)
            .That(owners.Count > 0, "action/no-owner", "Name at least one organisation that owns it.", "ownerOrganisations")
            .Names(owners, "ownerOrganisations")
            .That(
                owners.All(o => o is null || IsKey(o)),
                "action/owner-key",
                "Give each organisation by its key: small letters, digits and hyphens, for example metropolitan-police.",
                "ownerOrganisations"
            )
            .OptionalText(text.OutcomeMeasure, "outcomeMeasure", 1000)
            .OptionalText(text.Baseline, "baseline", 500)
            .OptionalText(text.Target, "target", 500)
            .OptionalText(text.DueText, "dueText", 200)
            .That(
                Workstreams.All.Contains(workstream, StringComparer.Ordinal),
                "action/workstream",
                $"Choose a workstream: {string.Join(", ", Workstreams.All)}.",
                "workstream"
            )
            .Days(text.Start, Due, "action/due-before-start", "It cannot be due before it starts.", "start");
        if (check.Failed)
        {
            return check.Result;
        }

        (Priority, Title, Commitment, OwnerOrganisations) = (text.Priority!, text.Title!, text.Commitment!, [.. owners]);
        (OutcomeMeasure, Baseline, Target, Start) = (text.OutcomeMeasure, text.Baseline, text.Target, text.Start);
        (Workstream, Source) = (workstream, text.Source);
        return Result.Ok;
    }

    private static bool IsKey(string owner) =>
        owner.Length > 0
        && owner.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && owner[0] != '-'
        && owner[^1] != '-';

    private static string Words(PromiseStatus status) =>
        status switch
        {
            PromiseStatus.NotStarted => "not started",
            PromiseStatus.UnderWay => "under way",
            PromiseStatus.Done => "done",
            _ => "stopped",
        };
}
