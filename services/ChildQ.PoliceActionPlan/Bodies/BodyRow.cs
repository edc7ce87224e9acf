using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Bodies;

/// <summary>A body as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record BodyRow(
    string Reference,
    string Name,
    string? Purpose,
    string? Chair,
    string[] Members,
    Cadence? Cadence,
    string? ReportsTo,
    DateOnly? EstablishedOn,
    DateOnly? EndedOn,
    string? Workstream,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static BodyRow Of(Body b) =>
        new(
            b.Reference,
            b.Name,
            b.Purpose,
            b.Chair,
            [.. b.Members],
            b.Cadence,
            b.ReportsTo,
            b.EstablishedOn,
            b.EndedOn,
            b.Workstream,
            b.KnownOn,
            b.Source,
            b.Sharing
        );

    internal static async Task Apply(ImportBatch<BodyRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        await batch.KnowsAsync(db.Set<Body>(), row => row.ReportsTo, "reports_to", ct, row => row.Reference);
        await batch.RefuseCirclesAsync(
            db.Set<Body>().Select(b => new Link(b.Reference, b.ReportsTo)),
            row => new(row.Reference, row.ReportsTo),
            "reports_to",
            ct
        );
        await batch.UpsertAsync(
            db.Set<Body>(),
            db,
            row => row.Reference,
            body => body.Reference,
            row => Body.Record(row.Text(SharingLevel.Public), today),
            (body, row) => body.Correct(row.Text(null)),
            ct
        );
    }

    private BodyText Text(SharingLevel? unlessSaid) =>
        new(
            Reference,
            Name,
            Purpose,
            Chair,
            Members,
            Cadence ?? Bodies.Cadence.NotStated,
            ReportsTo,
            EstablishedOn,
            EndedOn,
            Workstream,
            KnownOn,
            SourceSection,
            Sharing ?? unlessSaid
        );
}
