using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>A commitment as one row of CSV, in and out.</summary>
/// <param name="StatusOn">Where it is not given, what became of the commitment was known as long as the commitment itself.</param>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record CommitmentRow(
    string Reference,
    string? Letter,
    string Text,
    string MadeBy,
    DateOnly? Due,
    OutcomeStatus? Status,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] DateOnly? StatusOn,
    [CsvColumn(MayBeMissing = true)] string? StatusNote,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static CommitmentRow Of(Commitment commitment, DateOnly asAt)
    {
        var latest = commitment.Outcomes.AsAt(asAt);
        return new(
            commitment.Reference,
            commitment.Letter,
            commitment.Text,
            commitment.MadeBy,
            commitment.DueAsAt(asAt),
            latest?.Status ?? OutcomeStatus.Open,
            commitment.KnownOn,
            commitment.Source,
            latest?.On,
            latest?.Note,
            commitment.Sharing
        );
    }

    internal static async Task Apply(
        ImportBatch<CommitmentRow> batch,
        ServiceDb db,
        TimeProvider clock,
        DateOnly today,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        await batch.KnowsAsync(db.Set<Letter>(), row => row.Letter, "letter", ct);
        var thread = await LetterDates.ReadAsync(db, ct);
        await batch.UpsertAsync(
            db.Set<Commitment>().AsSplitQuery(),
            db,
            row => row.Reference,
            commitment => commitment.Reference,
            row =>
            {
                var recorded = Commitment.Record(row.CommitmentText(SharingLevel.Public), thread.SentOn(row.Letter), today);
                return recorded.IsOk && row.Answer(recorded.Value, today, now) is { IsOk: false } refused ? refused : recorded;
            },
            (commitment, row) =>
                commitment.HasDue(row.Due) is { IsOk: false } moved ? moved
                : commitment.Correct(row.CommitmentText(null)) is { IsOk: false } refused ? refused
                : row.Answer(commitment, today, now),
            ct
        );
    }

    private Result Answer(Commitment commitment, DateOnly today, DateTimeOffset now)
    {
        var report = new OutcomeReport(Status ?? OutcomeStatus.Open, StatusOn, StatusNote, StatusOn ?? KnownOn);
        return commitment.Outcomes.Hold(report) ? Result.Ok : commitment.Answer(report, today, now);
    }

    private CommitmentText CommitmentText(SharingLevel? unlessSaid) =>
        new(Reference, Letter, Text, MadeBy, Due, KnownOn, SourceSection, Sharing ?? unlessSaid);
}
