using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>A letter as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record LetterRow(
    string Reference,
    Direction Direction,
    DateOnly? On,
    string From,
    string To,
    string[] Signatories,
    string Subject,
    string? Summary,
    DateOnly? ReplyDue,
    string? InReplyTo,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing,
    [CsvColumn(MayBeMissing = true)] string? Chases
)
{
    internal static LetterRow Of(Letter l) =>
        new(
            l.Reference,
            l.Direction,
            l.On,
            l.From,
            l.To,
            [.. l.Signatories],
            l.Subject,
            l.Summary,
            l.ReplyDue,
            l.InReplyTo,
            l.KnownOn,
            l.Source,
            l.Sharing,
            l.Chases
        );

    internal static async Task Apply(ImportBatch<LetterRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        await batch.KnowsAsync(db.Set<Letter>(), row => row.InReplyTo, "in_reply_to", ct, row => row.Reference);
        await batch.KnowsAsync(db.Set<Letter>(), row => row.Chases, "chases", ct, row => row.Reference);
        await batch.RefuseCirclesAsync(
            db.Set<Letter>().Select(l => new Link(l.Reference, l.InReplyTo)),
            row => new(row.Reference, row.InReplyTo),
            "in_reply_to",
            ct
        );
        await batch.UpsertAsync(
            db.Set<Letter>(),
            db,
            row => row.Reference,
            letter => letter.Reference,
            row => Letter.Record(row.Text(SharingLevel.Public), today, row.Chases),
            (letter, row) => letter.Correct(row.Text(null), today),
            ct
        );
    }

    private LetterText Text(SharingLevel? unlessSaid) =>
        new(
            Reference,
            Direction,
            On,
            From,
            To,
            Signatories,
            Subject,
            Summary,
            ReplyDue,
            InReplyTo,
            KnownOn,
            SourceSection,
            Sharing ?? unlessSaid
        );
}
