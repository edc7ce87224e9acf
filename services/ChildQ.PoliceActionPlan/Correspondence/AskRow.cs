using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>An ask as one row of CSV, in and out.</summary>
/// <param name="StatusOn">Where it is not given, what became of the ask was known from the first reply to its letter on.</param>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record AskRow(
    string Reference,
    string Letter,
    string Text,
    string AskedOf,
    OutcomeStatus? Status,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] DateOnly? StatusOn,
    [CsvColumn(MayBeMissing = true)] string? StatusNote,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static AskRow Of(Ask ask, DateOnly asAt)
    {
        var latest = ask.Outcomes.AsAt(asAt);
        return new(
            ask.Reference,
            ask.Letter,
            ask.Text,
            ask.AskedOf,
            latest?.Status ?? OutcomeStatus.Open,
            ask.KnownOn,
            ask.Source,
            latest?.On,
            latest?.Note,
            ask.Sharing
        );
    }

    internal static async Task Apply(ImportBatch<AskRow> batch, ServiceDb db, TimeProvider clock, DateOnly today, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await batch.KnowsAsync(db.Set<Letter>(), row => row.Letter, "letter", ct);
        var thread = await LetterDates.ReadAsync(db, ct);
        await batch.UpsertAsync(
            db.Set<Ask>(),
            db,
            row => row.Reference,
            ask => ask.Reference,
            row =>
            {
                var recorded = Ask.Record(row.AskText(SharingLevel.Public), thread.SentOn(row.Letter), today);
                return recorded.IsOk && row.Answer(recorded.Value, thread, today, now) is { IsOk: false } refused ? refused : recorded;
            },
            (ask, row) => ask.Correct(row.AskText(null)) is { IsOk: false } refused ? refused : row.Answer(ask, thread, today, now),
            ct
        );
    }

    private Result Answer(Ask ask, LetterDates thread, DateOnly today, DateTimeOffset now)
    {
        var report = new OutcomeReport(
            Status ?? OutcomeStatus.Open,
            StatusOn,
            StatusNote,
            StatusOn ?? thread.AnsweredOn(Letter) ?? KnownOn
        );
        return ask.Outcomes.Hold(report) ? Result.Ok : ask.Answer(report, today, now);
    }

    private AskText AskText(SharingLevel? unlessSaid) =>
        new(Reference, Letter, Text, AskedOf, KnownOn, SourceSection, Sharing ?? unlessSaid);
}

/// <summary>When letters went, and from when they were known to be answered.</summary>
internal sealed class LetterDates
{
    private readonly Dictionary<string, DateOnly?> _sent;
    private readonly Dictionary<string, DateOnly> _answered;

    private LetterDates(Dictionary<string, DateOnly?> sent, Dictionary<string, DateOnly> answered) => (_sent, _answered) = (sent, answered);

    public static async Task<LetterDates> ReadAsync(ServiceDb db, CancellationToken ct)
    {
        var letters = await db.Set<Letter>()
            .Select(l => new
            {
                l.Reference,
                l.On,
                l.InReplyTo,
                l.KnownOn,
            })
            .ToListAsync(ct);
        return new(
            letters.ToDictionary(l => l.Reference, l => l.On, StringComparer.Ordinal),
            letters
                .Where(l => l.InReplyTo is not null)
                .GroupBy(l => l.InReplyTo!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Min(l => l.KnownOn), StringComparer.Ordinal)
        );
    }

    public DateOnly? SentOn(string? letter) => letter is null ? null : _sent.GetValueOrDefault(letter);

    public DateOnly? AnsweredOn(string? letter) => letter is not null && _answered.TryGetValue(letter, out var on) ? on : null;
}
