using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>An item of an outside framework as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record FrameworkRow(
    string Reference,
    string Framework,
    string Title,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static FrameworkRow Of(Linkable f) => new(f.Reference, f.Framework ?? "", f.Title, f.KnownOn, f.Source, f.Sharing);

    internal static Task Apply(ImportBatch<FrameworkRow> batch, ServiceDb db, DateOnly today, CancellationToken ct) =>
        batch.UpsertAsync(
            db.Set<Linkable>(),
            db,
            row => row.Reference,
            item => item.Reference,
            row => Linkable.Record(row.Text(SharingLevel.Public), today),
            (item, row) => item.Correct(row.Text(null)),
            ct
        );

    private FrameworkText Text(SharingLevel? unlessSaid) => new(Reference, Framework, Title, KnownOn, SourceSection, Sharing ?? unlessSaid);
}
