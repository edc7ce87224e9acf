using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Registers;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Insights;

/// <summary>An insight as one row of CSV, in and out.</summary>
/// <param name="QuoteConsent">Empty where it is a summary published elsewhere; <c>source_section</c> then says where.</param>
public sealed record InsightRow(
    string Reference,
    string? Activity,
    string[] Themes,
    string Text,
    string? Group,
    SharingLevel SharingLevel,
    bool? QuoteConsent,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static InsightRow Of(Insight i) =>
        new(i.Reference, i.Activity, [.. i.Themes], i.Text, i.Group, i.Sharing, i.QuoteConsent, i.KnownOn, i.Source);

    internal static async Task Apply(ImportBatch<InsightRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var activities = await db.Set<Activity>().ToDictionaryAsync(a => a.Reference, StringComparer.Ordinal, ct);
        var themes = (await db.Set<Theme>().Select(t => t.Reference).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, row) in batch.Rows)
        {
            if (row.Activity is not null && !activities.ContainsKey(row.Activity))
            {
                batch.Problem(line, RandomReferences.Unknown("activity"));
            }

            if (!themes.IsSupersetOf(row.Themes))
            {
                batch.Problem(line, RandomReferences.Unknown("themes"));
            }
        }

        var kept = await db.Set<Insight>().ToDictionaryAsync(i => i.Reference, StringComparer.Ordinal, ct);
        batch.Screen(
            (row, column) =>
                kept.GetValueOrDefault(row.Reference) is not { } insight ? null
                : column == "text" ? insight.Text
                : insight.Group,
            ("text", row => row.Text),
            ("group", row => row.Group)
        );
        Activity? Where(InsightRow row) => row.Activity is null ? null : activities.GetValueOrDefault(row.Activity);
        await batch.UpsertAsync(
            db.Set<Insight>(),
            db,
            row => row.Reference,
            insight => insight.Reference,
            row => Insight.FromFile(row.Said, Where(row), today),
            (insight, row) => insight.Revise(row.Said, Where(row)),
            ct
        );
    }

    private InsightText Said => new(Reference, Activity, Themes, Text, Group, SharingLevel, QuoteConsent, KnownOn, SourceSection);
}
