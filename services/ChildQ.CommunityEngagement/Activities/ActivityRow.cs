using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Activities;

/// <summary>An activity as one row of CSV, in and out. Who runs it is no part of a file.</summary>
public sealed record ActivityRow(
    string Reference,
    ActivityKind Kind,
    string Title,
    DateOnly? On,
    ActivityStatus Status,
    string? LedBy,
    string? ForWhom,
    bool? IndependentlyFacilitated,
    SharingLevel SharingLevel,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static ActivityRow Of(Activity a, DateOnly asAt) =>
        new(
            a.Reference,
            a.Kind,
            a.Title,
            a.OnAsAt(asAt),
            a.WasHeld(asAt) ? ActivityStatus.Held : ActivityStatus.Planned,
            a.LedBy,
            a.ForWhom,
            a.IndependentlyFacilitated,
            a.Sharing,
            a.KnownOn,
            a.Source
        );

    internal static async Task Apply(ImportBatch<ActivityRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var kept = await db.Set<Activity>().ToDictionaryAsync(a => a.Reference, a => a.ForWhom, StringComparer.Ordinal, ct);
        // Not the titles: those of activities hold dates by nature.
        batch.Screen((row, _) => kept.GetValueOrDefault(row.Reference), ("for_whom", row => row.ForWhom));
        await batch.UpsertAsync(
            db.Set<Activity>(),
            db,
            row => row.Reference,
            activity => activity.Reference,
            row => Activity.Record(row.Text(facilitatedBy: null), today),
            (activity, row) => row.Revise(activity, today),
            ct
        );
    }

    private Result Revise(Activity activity, DateOnly today)
    {
        if (activity.Sharing.IsRestricted() && SharingLevel < activity.Sharing)
        {
            return FileRules.NotOpenedByFile;
        }

        if (Status == ActivityStatus.Held && activity.Status == ActivityStatus.Planned)
        {
            var held = activity.Hold(On, IndependentlyFacilitated, today, On ?? KnownOn);
            if (!held.IsOk)
            {
                return held;
            }
        }

        return activity.Correct(Text(activity.FacilitatedBy), today);
    }

    private ActivityText Text(string? facilitatedBy) =>
        new(
            Reference,
            Kind,
            Title,
            On,
            Status,
            LedBy,
            ForWhom,
            IndependentlyFacilitated,
            SharingLevel,
            facilitatedBy,
            KnownOn,
            SourceSection
        );
}
