using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.ServiceDefaults.Steps;

/// <summary>A step's status in the words of the registers: "planned", "under way", "done", "stopped".</summary>
public enum StepStatus
{
    Planned = PromiseStatus.NotStarted,
    UnderWay = PromiseStatus.UnderWay,
    Done = PromiseStatus.Done,
    Stopped = PromiseStatus.Stopped,
}

/// <summary>A step as one row of CSV, in and out.</summary>
public sealed record StepRow(
    string Reference,
    string Workstream,
    string? Section,
    StepKind Kind,
    string Title,
    string? Detail,
    string? Owner,
    DateOnly? Due,
    string? DueText,
    StepStatus? Status,
    DateOnly? StatusOn,
    string? StatusNote,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static StepRow Of(Step step, DateOnly asAt)
    {
        var latest = step.ProgressAsAt(asAt);
        return new(
            step.Reference,
            step.Workstream,
            step.Section,
            step.Kind,
            step.Title,
            step.Detail,
            step.Owner,
            step.DueAsAt(asAt),
            step.DueText,
            (StepStatus)(latest?.Status ?? PromiseStatus.NotStarted),
            latest?.On,
            latest?.Note,
            step.KnownOn,
            step.Source
        );
    }

    internal static Task Apply(ImportBatch<StepRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var now = DateTimeOffset.UtcNow;
        return batch.UpsertAsync(
            db.Set<Step>(),
            db,
            row => row.Reference,
            step => step.Reference,
            row => Plan(row, today, now),
            (step, row) => step.Correct(row.Text) is { IsOk: false } refused ? refused : step.Reported(row.Progress, today, now),
            ct
        );
    }

    private static Result<Step> Plan(StepRow row, DateOnly today, DateTimeOffset now)
    {
        var planned = Step.Plan(row.Text, today);
        return planned.IsOk && planned.Value.Reported(row.Progress, today, now) is { IsOk: false } refused ? refused : planned;
    }

    private StepText Text => new(Reference, Workstream, Section, Kind, Title, Detail, Owner, Due, DueText, KnownOn, SourceSection);

    private ReportedProgress Progress => new((PromiseStatus?)Status, StatusOn, StatusNote, KnownOn);
}
