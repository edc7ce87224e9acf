using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>
/// An action as lists read it: with its latest progress only. An action gathers hundreds of notes over the years, and a page of a list
/// must not cost more for it.
/// </summary>
internal sealed class ActionListing : Entity
{
    public required string Reference { get; init; }
    public required string Priority { get; init; }
    public required string Title { get; init; }
    public required string Commitment { get; init; }
    public required List<string> Owners { get; init; }
    public required string? OutcomeMeasure { get; init; }
    public required string? Baseline { get; init; }
    public required string? Target { get; init; }
    public required DateOnly? Start { get; init; }
    public required DateOnly? FirstDue { get; init; }
    public required DateOnly? Due { get; init; }
    public required string? DueText { get; init; }
    public required string Workstream { get; init; }
    public required DateOnly KnownOn { get; init; }
    public required string? Source { get; init; }
    public required SharingLevel Sharing { get; init; }
    public required PromiseStatus? Status { get; init; }
    public required DateOnly? StatusOn { get; init; }
    public required DateOnly? StatusKnownOn { get; init; }
    public required string? StatusNote { get; init; }
    public required List<Move> Moves { get; init; }

    /// <summary>The action's own version: its ETag.</summary>
    public required uint RowVersion { get; init; }

    /// <summary>An action in the place that the list gives it: by its own reference, or by an owner's (<see cref="ActionOwner"/>).</summary>
    internal sealed class Placed
    {
        public required PlanAction Action { get; init; }
        public required string Reference { get; init; }
    }

    internal sealed record Move(DateOnly? From, DateOnly? To, string Reason, DateOnly MovedOn, DateTimeOffset RecordedAt);

    // Each a value of its own, which PostgreSQL looks up in the index: asked for as one row, EF would number all notes of all actions.
    public static IQueryable<ActionListing> Of(IQueryable<PlanAction> actions, DateOnly asAt) =>
        Of(actions.Select(a => new Placed { Action = a, Reference = a.Reference }), asAt);

    public static IQueryable<ActionListing> Of(IQueryable<Placed> placed, DateOnly asAt) =>
        placed.Select(p => new ActionListing
        {
            Id = p.Action.Id,
            Reference = p.Reference,
            Priority = p.Action.Priority,
            Title = p.Action.Title,
            Commitment = p.Action.Commitment,
            Owners = p.Action.OwnerOrganisations,
            OutcomeMeasure = p.Action.OutcomeMeasure,
            Baseline = p.Action.Baseline,
            Target = p.Action.Target,
            Start = p.Action.Start,
            FirstDue = p.Action.FirstDue,
            Due = p.Action.Due,
            DueText = p.Action.DueText,
            Workstream = p.Action.Workstream,
            KnownOn = p.Action.KnownOn,
            Source = p.Action.Source,
            Sharing = p.Action.Sharing,
            Status = p
                .Action.Progress.Where(n => n.KnownOn <= asAt)
                .OrderByDescending(n => n.On ?? n.KnownOn)
                .ThenByDescending(n => n.RecordedAt)
                .ThenByDescending(n => n.Id)
                .Select(n => (PromiseStatus?)n.Status)
                .FirstOrDefault(),
            StatusOn = p
                .Action.Progress.Where(n => n.KnownOn <= asAt)
                .OrderByDescending(n => n.On ?? n.KnownOn)
                .ThenByDescending(n => n.RecordedAt)
                .ThenByDescending(n => n.Id)
                .Select(n => n.On)
                .FirstOrDefault(),
            StatusKnownOn = p
                .Action.Progress.Where(n => n.KnownOn <= asAt)
                .OrderByDescending(n => n.On ?? n.KnownOn)
                .ThenByDescending(n => n.RecordedAt)
                .ThenByDescending(n => n.Id)
                .Select(n => (DateOnly?)n.KnownOn)
                .FirstOrDefault(),
            StatusNote = p
                .Action.Progress.Where(n => n.KnownOn <= asAt)
                .OrderByDescending(n => n.On ?? n.KnownOn)
                .ThenByDescending(n => n.RecordedAt)
                .ThenByDescending(n => n.Id)
                .Select(n => n.Note)
                .FirstOrDefault(),
            Moves = p.Action.DueDateMoves.Select(m => new Move(m.From, m.To, m.Reason, m.MovedOn, m.RecordedAt)).ToList(),
            RowVersion = p.Action.Version,
        });

    public ActionView View(DateOnly asAt)
    {
        var moves = Moves.OrderBy(m => m.RecordedAt).ToList();
        var due = moves.Find(m => m.MovedOn > asAt) is { } next ? next.From : Due;
        var status = Status ?? PromiseStatus.NotStarted;
        return new(
            Id,
            Reference,
            Priority,
            Title,
            Commitment,
            Owners,
            OutcomeMeasure,
            Baseline,
            Target,
            Start,
            Workstream,
            KnownOn,
            Source,
            Sharing,
            new(
                status,
                StatusNote,
                StatusOn,
                FirstDue,
                due,
                DueText,
                due < asAt && status is not (PromiseStatus.Done or PromiseStatus.Stopped),
                Status is { } latest ? [new(StatusOn, StatusKnownOn!.Value, latest, StatusNote)] : [],
                [.. moves.Where(m => m.MovedOn <= asAt).Select(m => new DueDateMoveView(m.From, m.To, m.Reason, m.MovedOn))]
            )
        );
    }
}

/// <summary>A progress note as lists read it.</summary>
internal sealed class ProgressListing : Entity
{
    public required DateOnly? On { get; init; }
    public required DateOnly KnownOn { get; init; }
    public required PromiseStatus Status { get; init; }
    public required string? Note { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    public static IQueryable<ProgressListing> Of(IQueryable<PlanAction> actions, DateOnly asAt) =>
        actions
            .SelectMany(a => a.Progress)
            .Where(n => n.KnownOn <= asAt)
            .Select(n => new ProgressListing
            {
                Id = n.Id,
                On = n.On,
                KnownOn = n.KnownOn,
                Status = n.Status,
                Note = n.Note,
                RecordedAt = n.RecordedAt,
            });

    public ProgressView View() => new(On, KnownOn, Status, Note);
}
