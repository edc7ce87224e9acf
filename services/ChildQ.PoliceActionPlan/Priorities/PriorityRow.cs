using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.PoliceActionPlan.Priorities;

/// <summary>A priority as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record PriorityRow(
    string Reference,
    string Title,
    string? Description,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static PriorityRow Of(Priority p) => new(p.Reference, p.Title, p.Description, p.KnownOn, p.Source, p.Sharing);

    internal static Task Apply(ImportBatch<PriorityRow> batch, ServiceDb db, DateOnly today, CancellationToken ct) =>
        batch.UpsertAsync(
            db.Set<Priority>(),
            db,
            row => row.Reference,
            priority => priority.Reference,
            row => Priority.Set(row.Text(SharingLevel.Public), today),
            (priority, row) => priority.Correct(row.Text(null)),
            ct
        );

    private PriorityText Text(SharingLevel? unlessSaid) =>
        new(Reference, Title, Description, KnownOn, SourceSection, Sharing ?? unlessSaid);
}
