using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>An action as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record ActionRow(
    string Reference,
    string Priority,
    string Title,
    string Commitment,
    string[] OwnerOrganisations,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Start,
    DateOnly? Due,
    PromiseStatus? Status,
    DateOnly? StatusOn,
    string? StatusNote,
    string? Workstream,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] string? DueText,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static ActionRow Of(ActionView a) =>
        new(
            a.Reference,
            a.Priority,
            a.Title,
            a.Commitment,
            [.. a.OwnerOrganisations],
            a.OutcomeMeasure,
            a.Baseline,
            a.Target,
            a.Start,
            a.Promise.Due,
            a.Promise.Status,
            a.Promise.StatusOn,
            a.Promise.StatusNote,
            a.Workstream,
            a.KnownOn,
            a.Source,
            a.Promise.DueText,
            a.Sharing
        );

    internal static async Task Apply(ImportBatch<ActionRow> batch, ServiceDb db, TimeProvider clock, DateOnly today, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await batch.KnowsAsync(db.Set<Priority>(), row => row.Priority, "priority", ct);
        await batch.UpsertAsync(
            db.Set<PlanAction>().AsSplitQuery(),
            db,
            row => row.Reference,
            action => action.Reference,
            row => row.Add(today, now),
            (action, row) => row.Revise(action, today, now),
            ct
        );
    }

    private Result<PlanAction> Add(DateOnly today, DateTimeOffset now)
    {
        var added = PlanAction.Add(Text(SharingLevel.Public, DueText), today);
        return added.IsOk && added.Value.Reported(Progress, today, now) is { IsOk: false } refused ? refused : added;
    }

    private Result Revise(PlanAction action, DateOnly today, DateTimeOffset now) =>
        Due != action.Due
            ? Rule.Broken("due-date/no-reason", "This is another due date than the one on record. Move it there, with the reason.", "due")
        : action.Correct(Text(null, DueText ?? action.DueText)) is { IsOk: false } refused ? refused
        : action.Reported(Progress, today, now);

    private ActionText Text(SharingLevel? unlessSaid, string? dueText) =>
        new(
            Reference,
            Priority,
            Title,
            Commitment,
            OwnerOrganisations,
            OutcomeMeasure,
            Baseline,
            Target,
            Start,
            Due,
            dueText,
            Workstream,
            KnownOn,
            SourceSection,
            Sharing ?? unlessSaid
        );

    private ReportedProgress Progress => new(Status, StatusOn, StatusNote, KnownOn);
}
