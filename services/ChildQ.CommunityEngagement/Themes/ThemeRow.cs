using ChildQ.CommunityEngagement.Registers;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>A theme as one row of CSV, in and out.</summary>
public sealed record ThemeRow(string Reference, string? Parent, string Title, string? Description, DateOnly? KnownOn, string? SourceSection)
{
    internal static ThemeRow Of(Theme t) => new(t.Reference, t.Parent, t.Title, t.Description, t.KnownOn, t.Source);

    internal static async Task Apply(ImportBatch<ThemeRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        await batch.RefuseAsync((CommunityEngagementDb)db, ct);
        var kept = await db.Set<Theme>().ToDictionaryAsync(t => t.Reference, StringComparer.Ordinal, ct);
        batch.Screen(
            (row, column) =>
                kept.GetValueOrDefault(row.Reference) is not { } theme ? null
                : column == "title" ? theme.Title
                : theme.Description,
            ("title", row => row.Title),
            ("description", row => row.Description)
        );
        await batch.UpsertAsync(
            db.Set<Theme>(),
            db,
            row => row.Reference,
            theme => theme.Reference,
            row => Theme.Record(row.Text, today),
            (theme, row) => theme.Correct(row.Text),
            ct
        );
    }

    private ThemeText Text => new(Reference, Parent, Title, Description, KnownOn, SourceSection);
}
